import { expectTypeOf } from 'vitest'
import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { AuthSession } from '../session/auth-session.ts'
import type { AuthState } from './auth-state.ts'

/** Narrow it before it is taken apart … */
export function narrowed(state: AuthState) {
  switch (state.status) {
    case 'restoring':
      expectTypeOf(state.challenge).toEqualTypeOf<null>()
      return expectTypeOf(state.session).toEqualTypeOf<null>()
    case 'signed-out':
      // While nobody is signed in there is always a challenge.
      expectTypeOf(state.challenge).toEqualTypeOf<ActiveChallenge>()
      return expectTypeOf(state.session).toEqualTypeOf<null>()
    case 'signed-in':
      expectTypeOf(state.challenge).toEqualTypeOf<ActiveChallenge | null>()
      return expectTypeOf(state.session).toEqualTypeOf<AuthSession>()
  }
}

/** … or after. */
export function takenApart({ status, challenge, session }: AuthState) {
  if (status === 'signed-in') return expectTypeOf(session).toEqualTypeOf<AuthSession>()
  expectTypeOf(session).toEqualTypeOf<null>()
  if (status === 'signed-out') expectTypeOf(challenge).toEqualTypeOf<ActiveChallenge>()
  // SIGN_IN is a challenge like any other.
  if (challenge?.name !== 'SIGN_IN') return undefined
  void challenge.respond({ username: 'ana' })
  void challenge.respond({ username: 'ana', password: 'Pa55word!' })
  // @ts-expect-error an answer to another challenge
  void challenge.respond({ code: '123456' })
  return expectTypeOf(challenge.asksPassword).toEqualTypeOf<boolean>()
}
