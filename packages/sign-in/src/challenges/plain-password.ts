import { AuthError } from '../protocol/auth-error.ts'
import type { SignInContext, SignInPolicy } from '../protocol/sign-in-context.ts'

/** Throws where the app does not let the password itself go out, whatever the service asks for. */
export function allowPlain({ plainPassword }: SignInPolicy): void {
  if (plainPassword) return
  throw new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })
}

/** The password that was given at the start, if it may be sent. */
export function heldPlainPassword(held: SignInContext): { password: string } | undefined {
  allowPlain(held)
  return held.password ? { password: held.password } : undefined
}
