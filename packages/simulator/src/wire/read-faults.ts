import type { Fault, FaultAnswer } from './fault.ts'

/** Reads one fault or a list of faults. Throws a TypeError that says what is wrong. */
export function readFaults(value: unknown): Fault[] {
  return (Array.isArray(value) ? value : [value]).map(readFault)
}

export function readFault(value: unknown): Fault {
  if (!isObject(value)) throw new TypeError('A fault must be { operation?, call?, when?, answer }.')
  const { operation, call, when, answer } = value
  if (operation !== undefined && typeof operation !== 'string') {
    throw new TypeError('The operation of a fault must be a name such as "InitiateAuth".')
  }
  if (call !== undefined && !(Number.isInteger(call) && Number(call) > 0)) {
    throw new TypeError(
      'The call of a fault must be a positive integer: 1 is the first matching call.',
    )
  }
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new TypeError('The when of a fault must be "before" or "after".')
  }
  return {
    ...(operation !== undefined && { operation }),
    ...(call !== undefined && { call: Number(call) }),
    ...(when !== undefined && { when }),
    answer: readAnswer(answer),
  }
}

function readAnswer(value: unknown): FaultAnswer {
  if (value === 'drop' || value === 'hang') return value
  if (isObject(value) && isDelay(value.delay)) return { delay: value.delay }
  const isValid =
    isObject(value) &&
    (typeof value.error === 'string'
      ? isOptional(value.message, 'string') &&
        (value.status === undefined || isStatus(value.status))
      : typeof value.body === 'string' && isStatus(value.status))
  if (!isValid || !(value.headers === undefined || isHeaders(value.headers))) {
    throw new TypeError(
      'The answer of a fault must be "drop", "hang", { delay: seconds }, { error, message?, status?, headers? } or { status, body, headers? }, with a status from 200 to 599.',
    )
  }
  return value as unknown as FaultAnswer
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOptional(value: unknown, type: string): boolean {
  return value === undefined || typeof value === type
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 86_400
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599
}

function isHeaders(value: unknown): boolean {
  if (!isObject(value)) return false
  try {
    return Boolean(new Headers(value as Record<string, string>))
  } catch {
    return false
  }
}
