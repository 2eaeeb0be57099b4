import type { AuthState } from '../loop/auth-state.ts'

/** The state after a failed sign-in: SIGN_IN is shown, rejected. */
export function failedWith(error: object, challenge: object = {}): object {
  return {
    status: 'signed-out',
    challenge: { name: 'SIGN_IN', phase: 'rejected', error, ...challenge },
  }
}

/** The state before a sign-in: SIGN_IN is asked. */
export function askedToSignIn(username: string): object {
  return { status: 'signed-out', challenge: { name: 'SIGN_IN', phase: 'asked', username } }
}

/** The state as a short text, e.g. `SMS_MFA asked` or `signed-in`. */
export function stateSummary({ status, challenge }: AuthState): string {
  return challenge ? `${challenge.name} ${challenge.phase}` : status
}
