import type { Refusals } from './cognito-exception.ts'
import type { SignInContext, SignInPolicy } from './sign-in-context.ts'
import type {
  ChallengeParameters,
  ChallengeResponse,
  ChallengeResponses,
  Operation,
  Requests,
  Responses,
} from './wire.ts'

/** One ChallengeName, both ways: `read` what Cognito asks, `write` what the user answers. */
export interface ChallengeProtocol<Challenge extends { name: string }, Answer> {
  readonly name: Challenge['name']
  /** `policy` is missing where a recording is read. */
  read(response: ChallengeResponse, policy?: SignInPolicy): Omit<Challenge, 'name'>
  /** The loop adds USERNAME and Session; the relay adds SECRET_HASH. */
  write(answer: Answer): ChallengeResponses

  /** The answer that needs no user: a proof, or the choice where there is one only. */
  answerItself?(
    challenge: Omit<Challenge, 'name'>,
    held: SignInContext,
  ): Answer | undefined | Promise<Answer | undefined>
  /**
   * Trips of the challenge's own that come before the answer, on its Session. What they bring back
   * joins the challenge, which is then asked on; with nothing brought back the answer is written.
   */
  prepare?(answer: Answer, trip: Trip): Promise<Partial<Challenge> | undefined>
  /** What the answer takes that no user can type: half of a proof, a passkey's signature. */
  complete?(
    answer: Answer,
    challenge: Omit<Challenge, 'name'>,
    held: SignInContext,
  ): Promise<Answer>
  /** Whether `next` is this ask again: the only sign of a wrong answer that Cognito may give. */
  repeats?(asked: ChallengeParameters, next: ChallengeParameters): boolean
  /** The password to go on with, and to begin again with, once this answer is accepted. */
  password?(answer: Answer): string | undefined

  /** Never on screen: it always answers itself, and where it is refused the sign-in ends. */
  readonly automatic?: true
  /** Comes without a Session. */
  readonly sessionless?: true
  /** Its answer says when it was given, so that a wrong clock is refused like a wrong answer. */
  readonly timestamped?: true
  /** Proves the device: where it is refused, the device is forgotten and the sign-in goes on without. */
  readonly provesDevice?: true
  /** Asks which way to sign in: what follows can come back here. */
  readonly selectsMethod?: true
  /** Cognito delivers a code for this one, so a start over delivers another. */
  readonly delivers?: true
  /** A start over may give the same answer once more without asking the user. */
  readonly replays?: true
  /** What exceptions mean here, where that differs from anywhere else. */
  readonly refusals?: Refusals
}

/**
 * One request of a challenge's own. The Session goes in, and the one that comes back is kept; what
 * succeeded once is not sent again.
 */
export type Trip = <Name extends Operation>(
  operation: Name,
  request: Omit<Requests[Name], 'Session'>,
) => Promise<Responses[Name]>
