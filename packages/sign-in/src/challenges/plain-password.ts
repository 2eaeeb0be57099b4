import { AuthError } from '../protocol/auth-error.ts'
import type { SignInContext, SignInPolicy } from '../protocol/sign-in-context.ts'

/** Throws `AuthError('unsupported-challenge')` if the app does not allow to send the password itself. */
export function checkPlainPassword({ plainPassword }: SignInPolicy): void {
  if (plainPassword) return
  throw new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })
}

/** The answer with the password that the user gave at the start. Throws like `checkPlainPassword`. */
export function plainPasswordOf(context: SignInContext): { password: string } | undefined {
  checkPlainPassword(context)
  return context.password ? { password: context.password } : undefined
}
