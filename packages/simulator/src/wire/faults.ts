import type { Fault, FaultAnswer, Faults } from './fault.ts'
import { readFault } from './read-faults.ts'
import { createErrorResponse } from './response.ts'

export interface FaultPlan extends Faults {
  /** The fault for this call, if one is planned. Counts the call. */
  takeNext(operation: string): Fault | undefined
}

export function createFaultPlan(): FaultPlan {
  let entries: { fault: Fault; calls: number }[] = []

  return {
    add(fault) {
      entries = [...entries, { fault: readFault(fault), calls: 0 }]
    },
    clear() {
      entries = []
    },
    takeNext(operation) {
      const matching = entries.filter(({ fault }) => {
        return fault.operation === undefined || fault.operation === operation
      })
      for (const entry of matching) entry.calls += 1
      return matching.find(({ fault, calls }) => fault.call === undefined || fault.call === calls)
        ?.fault
    },
  }
}

/** Answers with a planned fault. `task` is the normal answer of the pool. */
export async function runFault(
  { answer, when = 'before' }: Fault,
  task: () => Promise<Response>,
  now: number,
): Promise<Response> {
  if (typeof answer === 'object' && 'delay' in answer) {
    if (when === 'before') await waitSeconds(answer.delay)
    const response = await task()
    if (when === 'after') await waitSeconds(answer.delay)
    return response
  }
  if (when === 'after') await task()
  if (answer === 'drop') throw new TypeError(dropMessage)
  if (answer === 'hang') return new Promise(() => {})
  return toResponse(answer, now)
}

const dropMessage = 'Failed to fetch'

/** Whether an error is a planned `drop`. It looks like the error of a failed `fetch`. */
export function isDrop(reason: unknown): boolean {
  return reason instanceof TypeError && reason.message === dropMessage
}

function toResponse(
  answer: Exclude<FaultAnswer, 'drop' | 'hang' | { delay: number }>,
  now: number,
): Response {
  if ('body' in answer) {
    const { status, body, headers = {} } = answer
    const isBodyless = [101, 204, 205, 304].includes(status)
    return new Response(isBodyless ? null : body, { status, headers })
  }
  const { error, message, status, headers = {} } = answer
  const errorResponse = createErrorResponse(error, message, now)
  const mergedHeaders = new Headers(errorResponse.headers)
  for (const [name, value] of Object.entries(headers)) mergedHeaders.set(name, value)
  return new Response(errorResponse.body, {
    status: status ?? errorResponse.status,
    headers: mergedHeaders,
  })
}

function waitSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })
}
