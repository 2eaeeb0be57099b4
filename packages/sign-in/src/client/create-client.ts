import type { Call } from '../protocol/call.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import { values } from '../protocol/read-values.ts'
import type { Transport } from '../protocol/transport.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'

/** Sends requests to the service, reads the answers, and knows the clock of the service. */
export interface Client {
  call: Call
  clock: ServerClock
  report: Reporter['report']
}

/** @param open Makes the transport. The transport calls `onDate` with the `Date` header of each answer. */
export function createClient(open: (onDate: (date: number) => void) => Transport): Client {
  const clock = createServerClock()
  const { remember, report } = createReporter()
  const transport = open(clock.measure)

  async function call(...[operation, input, options]: Parameters<Call>) {
    try {
      return operation.read(values(await transport(operation, input, options)))
    } catch (cause) {
      const error = toAuthError(cause, { step: operation.name })
      remember(error, cause)
      throw error
    }
  }

  return { call: call as Call, clock, report }
}
