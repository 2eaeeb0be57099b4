import type { Refusals } from './cognito-exception.ts'
import type { Next } from './next.ts'
import type { Opaque } from './opaque.ts'
import type { SignInContext, SignInPolicy } from './sign-in-context.ts'
import type { StepRequests } from './step-requests.ts'
import type { TokensContext } from './tokens-context.ts'
import type { ChallengeParameters, ChallengeResponse, ChallengeResponses } from './wire.ts'

/**
 * One step of a sign-in: a ChallengeName of the service's, or a step of the kit's own. `read` says what is
 * asked; `write` or `submit` says what becomes of the answer.
 *
 * `Source` is what `read` reads: the service's response, or what a step of the kit's own needs to be asked.
 */
export type ChallengeProtocol<
  Challenge extends { name: string },
  Answer,
  Source = ChallengeResponse,
> = ProtocolBase<Challenge, Answer, Source> & (Writes<Answer> | Submits<Challenge, Answer, Source>)

interface Writes<Answer> {
  /** The ChallengeResponses of a plain answer. The loop adds USERNAME and Session; a relay adds SECRET_HASH. */
  write: (answer: Answer) => ChallengeResponses
  submit?: never
}

interface Submits<Challenge extends { name: string }, Answer, Source> {
  write?: never
  /** What an answer takes that is more than one plain RespondToAuthChallenge. Rejects with `AuthError`. */
  submit: (answer: Answer, requests: StepRequests<Omit<Challenge, 'name'>, Source>) => Promise<Next>
}

interface ProtocolBase<Challenge extends { name: string }, Answer, Source> {
  readonly name: Challenge['name']
  /** Throws `AuthError('bad-answer')` for what nobody could answer. `policy` is missing where a recording is read. */
  read: (source: Source, policy?: SignInPolicy) => Omit<Challenge, 'name'>

  /** The answer that needs no user: a proof, or the choice where there is only one. */
  answerItself?: (
    challenge: Omit<Challenge, 'name'>,
    context: SignInContext,
  ) => Answer | undefined | Promise<Answer | undefined>
  /** Sends another code. It is there where the service delivers one. */
  resend?: (requests: Pick<StepRequests<unknown, Source>, 'replay'>) => Promise<Next>
  /** Whether `next` asks the same again: the only sign of a wrong answer that the service may give. */
  repeats?: (asked: ChallengeParameters, next: ChallengeParameters) => boolean
  /** The password to go on with, and to start again with, once this answer is accepted. */
  password?: (answer: Answer) => string | undefined
  /** The answer that the browser suggests with the username (conditional mediation). Resolves upon a choice. */
  autofill?: (challenge: Omit<Challenge, 'name'>, context: SignInContext) => Promise<Answer>
  /** What this step needs to be asked between the tokens and the session; nothing where it is not asked. */
  askAfterTokens?: (context: TokensContext) => Promise<Source | undefined>

  /** A step of the kit's own: where the service sends this name, it means something else. */
  readonly own?: true
  /** Begins a sign-in: each answer is an attempt of its own. */
  readonly startsSignIn?: true
  /** Never on screen: it always answers itself, and where it is refused the sign-in ends. */
  readonly automatic?: true
  /** May come without a Session. */
  readonly sessionless?: true
  /** Its answer holds the time, so that a wrong clock is refused like a wrong answer. */
  readonly timestamped?: true
  /** Proves the device: where it is refused, the device is forgotten and the sign-in starts again without it. */
  readonly provesDevice?: true
  /** Asks which sign-in method to use: what follows can come back here. */
  readonly selectsMethod?: true
  /** Whether a sign-in that starts again may give this answer once more without asking the user. */
  replays?: (answer: Answer) => boolean
  /** What exceptions mean here, where that differs from elsewhere. */
  readonly refusals?: Refusals
}

/** A protocol of which it is not known which one it is. */
export type AnyProtocol = ChallengeProtocol<{ name: string }, Opaque, Opaque>
