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
  /** When a new Session times out: milliseconds since the epoch. */
  nextExpiry: () => number
}

/** Makes the functions that send the requests of one answer. */
export function createStepRequests(
  pending: PendingChallenge,
  { call, requests, context, nextExpiry, start, replay }: StepRequestsOptions,
): StepRequests<object, Opaque> {
  const isExpired = () => Date.now() > pending.expiresAt
  const wasExpired = isExpired()

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
    // A passkey prompt can stay open longer than the Session lives. A step that was expired before is sent
    // anyway: the pool may allow more time than the app says.
    if (!wasExpired && isExpired()) throw new AuthError('session-expired', { sent: 'no' })
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
