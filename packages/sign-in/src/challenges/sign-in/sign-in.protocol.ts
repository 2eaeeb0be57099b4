import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { cleanUsername } from '../clean-username.ts'
import type { SessionEndReason } from '../../protocol/session-end-reason.ts'

/** The first step of the kit: asks who signs in. See `docs/decisions.md#sign_in-is-a-step`. */
export interface SignInChallenge {
  name: 'SIGN_IN'
  /** Whether the flow needs a password with the username. */
  asksPassword: boolean
  /** Whether the browser suggests a passkey in the username field (passkey autofill). */
  asksPasskey: boolean
  /** After a failed sign-in: whether the user gave a password in it, which may be wrong. */
  gavePassword: boolean
  /** Why the previous session ended, if the user did not end it. */
  endReason?: SessionEndReason
  /**
   * With `rememberUsername`: fills in the username of the last sign-in and, with USER_AUTH, starts passkey
   * autofill. Call it when the username field is on screen. Returns a function that stops it.
   */
  autofill?: () => () => void
}

export interface SignInAnswer {
  username: string
  /** For the flows that begin with a password. Used exactly as typed. */
  password?: string
}

export type SignInSource = Pick<SignInChallenge, 'asksPassword' | 'gavePassword' | 'endReason'>

export const signIn: ChallengeProtocol<SignInChallenge, SignInAnswer, SignInSource> = {
  name: 'SIGN_IN',
  kitStep: true,
  startsSignIn: true,
  read: ({ asksPassword, gavePassword, endReason }) => ({
    asksPassword,
    asksPasskey: false,
    gavePassword,
    ...(endReason && { endReason }),
  }),
  submit: (answer, { start }) => start({ ...answer, username: cleanUsername(answer) }),
  // The user sets no password here: some emulators send this exception for a wrong password.
  refusals: { InvalidPasswordException: 'wrong-credentials' },
}
