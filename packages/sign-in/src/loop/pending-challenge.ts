import type { ChallengeResponse } from '../protocol/wire.ts'

/** A step that waits for its answer, and what the loop knows of it until it is answered. */
export interface PendingChallenge {
  /** Of its protocol. */
  readonly name: string
  /** What the service asked; nothing for a step of the kit's own. */
  readonly response: ChallengeResponse | undefined
  /** What a step of the kit's own needs. */
  readonly source: object
  /** What its protocol read: shown with the challenge. */
  challenge: object
  /** Who signs in, as it was typed. */
  username: string
  /** Whom the service asks: its own name for the user, not the e-mail address that was typed. */
  readonly serviceUsername: string
  readonly round: number
  readonly repeated: boolean
  readonly startsSignIn: boolean
  readonly sendsCode: boolean
  /** Whether the user can go back to the choice of sign-in methods. */
  readonly hasOtherMethods: boolean
  /** Whether the user has seen it: not where it answered itself. */
  shown: boolean
  /** The newest Session: requests of the step's own replace it, and begin its time anew. */
  challengeSession: string | undefined
  /** Milliseconds since the epoch; `Infinity` where there is no limit. */
  expiresAt: number
  tries: number
  resends: number
  /** Milliseconds since the epoch. */
  resendReadyAt: number
  /** Outputs of the step's own requests, by operation: trying again after a lost answer does not send twice. */
  readonly outputs: Map<string, unknown>
}

type Asked = Pick<PendingChallenge, 'name' | 'challenge' | 'username' | 'round'>

/** A step that has just been asked. */
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
