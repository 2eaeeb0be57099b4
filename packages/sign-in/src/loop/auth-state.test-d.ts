import { expectTypeOf } from 'vitest'
import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { AuthSession } from '../session/auth-session.ts'
import type { AuthState } from './auth-state.ts'

/** The state can be narrowed before it is destructured. */
export function narrowed(state: AuthState) {
  switch (state.status) {
    case 'restoring':
      expectTypeOf(state.challenge).toEqualTypeOf<null>()
      return expectTypeOf(state.session).toEqualTypeOf<null>()
    case 'signed-out':
      // A signed-out state always has a challenge.
      expectTypeOf(state.challenge).toEqualTypeOf<ActiveChallenge>()
      return expectTypeOf(state.session).toEqualTypeOf<null>()
    case 'signed-in':
      expectTypeOf(state.challenge).toEqualTypeOf<ActiveChallenge | null>()
      return expectTypeOf(state.session).toEqualTypeOf<AuthSession>()
  }
}

/** The state can also be narrowed after it was destructured. */
export function takenApart({ status, challenge, session }: AuthState) {
  if (status === 'signed-in') return expectTypeOf(session).toEqualTypeOf<AuthSession>()
  expectTypeOf(session).toEqualTypeOf<null>()
  if (status === 'signed-out') expectTypeOf(challenge).toEqualTypeOf<ActiveChallenge>()
  // SIGN_IN has `respond` like the other challenges.
  if (challenge?.name !== 'SIGN_IN') return undefined
  void challenge.respond({ username: 'ana' })
  void challenge.respond({ username: 'ana', password: 'Pa55word!' })
  // @ts-expect-error an answer to another challenge
  void challenge.respond({ code: '123456' })
  return expectTypeOf(challenge.asksPassword).toEqualTypeOf<boolean>()
}
