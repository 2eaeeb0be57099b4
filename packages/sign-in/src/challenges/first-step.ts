import type { Opaque } from '../protocol/opaque.ts'
import { cleanUsername } from './clean-username.ts'
import type { SignInAnswer, SignInSource } from './sign-in/sign-in.protocol.ts'

export type { SignInAnswer as FirstAnswer } from './sign-in/sign-in.protocol.ts'

/**
 * The step that every sign-in begins with, as its protocol reads it. It is on the first screen, where the
 * protocols are not loaded yet.
 */
export function firstStep(source: SignInSource) {
  return { name: 'SIGN_IN', startsSignIn: true, challenge: { ...source, asksPasskey: false } }
}

/** Who signs in, as the answer to the first step says. */
export function usernameIn(answer: Opaque): string {
  return cleanUsername(answer as unknown as SignInAnswer)
}
