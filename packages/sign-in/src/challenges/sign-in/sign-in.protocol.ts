import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** The kit's own first step, before the service asks anything: who signs in. */
export interface SignInChallenge {
  name: 'SIGN_IN'
  /** Whether this sign-in begins with a password. */
  asksPassword: boolean
  /** Whether the browser suggests a passkey with the username. */
  asksPasskey: boolean
  /** After a sign-in that failed: whether a password was given in it, and may be what was wrong. */
  gavePassword: boolean
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

export type SignInSource = Pick<SignInChallenge, 'asksPassword' | 'gavePassword'>

export const signIn: ChallengeProtocol<SignInChallenge, SignInAnswer, SignInSource> = {
  name: 'SIGN_IN',
  startsSignIn: true,
  read: (source) => ({ ...source, asksPasskey: false }),
  submit: (answer, { start }) => start({ ...answer, username: answer.username.trim() }),
  // There is no password to choose here; some emulators call a wrong one invalid.
  refusals: { InvalidPasswordException: 'wrong-credentials' },
}
