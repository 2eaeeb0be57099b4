import { AuthError } from '../protocol/auth-error.ts'
import type { Call } from '../protocol/call.ts'
import { type Opaque, toOpaque } from '../protocol/opaque.ts'
import type { Operation } from '../protocol/operation.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { StepRequests } from '../protocol/step-requests.ts'
import type { ChallengeResponses } from '../protocol/wire.ts'
import type { AuthRequests } from './auth-requests.ts'
import type { PendingChallenge } from './pending-challenge.ts'

type StepRequestsOptions = Pick<StepRequests<object, Opaque>, 'start' | 'replay'> & {
  call: Call
  requests: AuthRequests
  context: SignInContext
  /** When a Session that begins now times out: milliseconds since the epoch. */
  nextExpiry: () => number
}

/** What one answer to this step may send. */
export function createStepRequests(
  pending: PendingChallenge,
  { call, requests, context, nextExpiry, start, replay }: StepRequestsOptions,
): StepRequests<object, Opaque> {
  const isOver = () => Date.now() > pending.expiresAt
  const wasOver = isOver()

  async function callOnSession<
    Input extends { Session?: string | undefined },
    Output extends { Session?: string },
  >(
    operation: Operation<Input, Output>,
    input: Omit<Input, 'Session'>,
    isDone: (output: Output) => boolean = () => true,
  ): Promise<Output> {
    const { outputs, challengeSession: Session } = pending
    if (outputs.has(operation.name)) return outputs.get(operation.name) as Output
    const output = await call(operation, { ...input, Session } as Input, context)
    if (output.Session) {
      pending.challengeSession = output.Session
      pending.expiresAt = nextExpiry()
    }
    if (isDone(output)) outputs.set(operation.name, output)
    return output
  }

  async function respond(responses: ChallengeResponses) {
    // A prompt of the browser can stay open for longer than the service waits.
    if (!wasOver && isOver()) throw new AuthError('session-expired', { sent: 'no' })
    const { response, challengeSession: Session, serviceUsername: USERNAME } = pending
    if (!response) throw new TypeError(`${pending.name} is not a challenge of the service.`)
    const asked = { ChallengeName: response.ChallengeName, Session }
    const reply = await requests.respond(asked, { USERNAME, ...responses }, context)
    return { kind: 'reply' as const, response: reply }
  }

  const { challenge } = pending
  const source = toOpaque(pending.source)
  return { call: callOnSession, respond, start, replay, challenge, source, context }
}
