import type { ChallengeResponse } from '../protocol/wire.ts'

/** A step that waits for its answer, with everything that the loop knows about it. */
export interface PendingChallenge {
  /** The name of its protocol. */
  readonly name: string
  /** The response of the service. `undefined` for a step of the kit. */
  readonly response: ChallengeResponse | undefined
  /** The input of `read`. */
  readonly source: object
  /** The result of `read`: part of the challenge on screen. */
  challenge: object
  /** The username as it was typed. */
  username: string
  /** The name of the user that the service wants back. See `docs/cognito.md#usernames`. */
  readonly serviceUsername: string
  readonly round: number
  readonly repeated: boolean
  readonly startsSignIn: boolean
  readonly sendsCode: boolean
  /** Whether the user can go back to the choice of sign-in methods. */
  readonly hasOtherMethods: boolean
  /** Whether it was on screen. A challenge that answered itself was not. */
  shown: boolean
  /**
   * The newest Session. Every request of the step replaces it and restarts its time. See
   * `docs/cognito.md#sessions`.
   */
  challengeSession: string | undefined
  /** When it times out: milliseconds since the epoch, or `Infinity`. */
  expiresAt: number
  tries: number
  resends: number
  /** When the next resend is allowed: milliseconds since the epoch. */
  resendReadyAt: number
  /** Outputs of the requests of this step, by operation. A second try does not send these requests again. */
  readonly outputs: Map<string, unknown>
}

type Asked = Pick<PendingChallenge, 'name' | 'challenge' | 'username' | 'round'>

/** Makes a step that has just been asked. */
export function openStep(asked: Asked & Partial<PendingChallenge>): PendingChallenge {
  return {
    response: undefined,
    source: {},
    serviceUsername: asked.username,
    repeated: false,
    startsSignIn: false,
    sendsCode: false,
    hasOtherMethods: false,
    shown: false,
    challengeSession: undefined,
    expiresAt: Infinity,
    tries: 0,
    resends: 0,
    resendReadyAt: 0,
    outputs: new Map(),
    ...asked,
  }
}
