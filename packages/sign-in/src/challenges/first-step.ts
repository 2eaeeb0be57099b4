import type { Opaque } from '../protocol/opaque.ts'
import { cleanUsername } from './clean-username.ts'
import type { SignInAnswer, SignInSource } from './sign-in/sign-in.protocol.ts'

export type { SignInAnswer as FirstAnswer } from './sign-in/sign-in.protocol.ts'

/**
 * The challenge SIGN_IN as its protocol reads it. The first screen needs it before the protocols are
 * loaded; a test keeps the two the same.
 */
export function firstStep(source: SignInSource) {
  return { name: 'SIGN_IN', startsSignIn: true, challenge: { ...source, asksPasskey: false } }
}

/** The username in an answer to SIGN_IN. */
export function usernameIn(answer: Opaque): string {
  return cleanUsername(answer as unknown as SignInAnswer)
}
