import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { cleanUsername } from '../clean-username.ts'
import type { SessionEndReason } from '../../protocol/session-end-reason.ts'

/** The kit's own first step, before the service asks anything: who signs in. */
export interface SignInChallenge {
  name: 'SIGN_IN'
  /** Whether this sign-in begins with a password. */
  asksPassword: boolean
  /** Whether the browser suggests a passkey with the username. */
  asksPasskey: boolean
  /** After a sign-in that failed: whether a password was given in it, and may be what was wrong. */
  gavePassword: boolean
  /** Why the session before ended, where it ended by itself. */
  endReason?: SessionEndReason
  /**
   * With `rememberUsername`: fills in who signed in last and, with USER_AUTH, has the browser suggest their
   * passkey. Call it when the field is on screen. Returns what stops it.
   */
  autofill?: () => () => void
}

export interface SignInAnswer {
  username: string
  /** For the flows that begin with one. Sent exactly as it is. */
  password?: string
}

export type SignInSource = Pick<SignInChallenge, 'asksPassword' | 'gavePassword' | 'endReason'>

export const signIn: ChallengeProtocol<SignInChallenge, SignInAnswer, SignInSource> = {
  name: 'SIGN_IN',
  own: true,
  startsSignIn: true,
  read: ({ asksPassword, gavePassword, endReason }) => ({
    asksPassword,
    asksPasskey: false,
    gavePassword,
    ...(endReason && { endReason }),
  }),
  submit: (answer, { start }) => start({ ...answer, username: cleanUsername(answer) }),
  // There is no password to choose here; some emulators call a wrong one invalid.
  refusals: { InvalidPasswordException: 'wrong-credentials' },
}
