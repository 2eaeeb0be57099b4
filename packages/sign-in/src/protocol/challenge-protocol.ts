import type { Refusals } from './cognito-exception.ts'
import type { Next } from './next.ts'
import type { Opaque } from './opaque.ts'
import type { SignInContext, SignInPolicy } from './sign-in-context.ts'
import type { StepRequests } from './step-requests.ts'
import type { TokensContext } from './tokens-context.ts'
import type { ChallengeParameters, ChallengeResponse, ChallengeResponses } from './wire.ts'

/**
 * Describes one step of a sign-in to the loop: a challenge of the service or a step of the kit. `read`
 * turns a response into a challenge. `write` or `submit` sends the answer.
 *
 * `Source` is the input of `read`: the response of the service, or the data that a step of the kit needs.
 */
export type ChallengeProtocol<
  Challenge extends { name: string },
  Answer,
  Source = ChallengeResponse,
> = ProtocolBase<Challenge, Answer, Source> & (Writes<Answer> | Submits<Challenge, Answer, Source>)

interface Writes<Answer> {
  /** Turns an answer into ChallengeResponses. The loop adds USERNAME and Session; a relay adds SECRET_HASH. */
  write: (answer: Answer) => ChallengeResponses
  submit?: never
}

interface Submits<Challenge extends { name: string }, Answer, Source> {
  write?: never
  /** Sends an answer that needs more than one RespondToAuthChallenge. Rejects with `AuthError`. */
  submit: (answer: Answer, requests: StepRequests<Omit<Challenge, 'name'>, Source>) => Promise<Next>
}

interface ProtocolBase<Challenge extends { name: string }, Answer, Source> {
  readonly name: Challenge['name']
  /**
   * Throws `AuthError('bad-answer')` if the challenge cannot be answered. Recordings are read without
   * `policy`.
   */
  read: (source: Source, policy?: SignInPolicy) => Omit<Challenge, 'name'>

  /** Answers without the user: with a proof, or with the only choice. `undefined` means: ask the user. */
  answerItself?: (
    challenge: Omit<Challenge, 'name'>,
    context: SignInContext,
  ) => Answer | undefined | Promise<Answer | undefined>
  /** Sends another code. Only steps with a code that the service sends have it. See `docs/cognito.md#codes`. */
  resend?: (requests: Pick<StepRequests<unknown, Source>, 'replay'>) => Promise<Next>
  /**
   * Whether `next` is the same question again, i.e. the answer was wrong. See
   * `docs/cognito.md#custom-challenge`.
   */
  repeats?: (asked: ChallengeParameters, next: ChallengeParameters) => boolean
  /** The password that counts once the service has accepted this answer. A replay starts with it. */
  password?: (answer: Answer) => string | undefined
  /** Passkey autofill (conditional mediation). Resolves when the user picks a suggested passkey. */
  autofill?: (challenge: Omit<Challenge, 'name'>, context: SignInContext) => Promise<Answer>
  /**
   * Runs after the tokens and before the session. Resolves with the `Source` of this step, or `undefined`
   * to skip it.
   */
  askAfterTokens?: (context: TokensContext) => Promise<Source | undefined>

  /** A step of the kit. If the service sends a challenge of this name, it is UNKNOWN. */
  readonly kitStep?: true
  /** Every answer begins a new sign-in attempt. */
  readonly startsSignIn?: true
  /** Never on screen: it always answers itself. If it is refused, the sign-in ends. */
  readonly automatic?: true
  /** May come without a Session. See `docs/cognito.md#secret-block`. */
  readonly sessionless?: true
  /** The answer contains the time. See `docs/cognito.md#password-verifier-timestamp`. */
  readonly timestamped?: true
  /** Proves a remembered device. If it is refused, the kit forgets the device and starts again without it. */
  readonly provesDevice?: true
  /** Asks which sign-in method to use. The steps after it can go back to it. */
  readonly selectsMethod?: true
  /** Whether a replay may send this answer again without asking the user. */
  replays?: (answer: Answer) => boolean
  /** The error codes of exceptions that mean something else in this step. */
  readonly refusals?: Refusals
}

/** Any protocol. The types of its challenge and answer are not known. */
export type AnyProtocol = ChallengeProtocol<{ name: string }, Opaque, Opaque>
