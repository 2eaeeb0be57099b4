import type { AuthState } from '../loop/auth-state.ts'

/** A sign-in that failed: its first step is shown again, rejected. */
export function failedWith(error: object, challenge: object = {}): object {
  return {
    status: 'signed-out',
    challenge: { name: 'SIGN_IN', phase: 'rejected', error, ...challenge },
  }
}

/** Nobody has begun a sign-in: its first step is asked. */
export function askedToSignIn(username: string): object {
  return { status: 'signed-out', challenge: { name: 'SIGN_IN', phase: 'asked', username } }
}

/** In one word, where a sign-in stands. */
export function standing({ status, challenge }: AuthState): string {
  return challenge ? `${challenge.name} ${challenge.phase}` : status
}
