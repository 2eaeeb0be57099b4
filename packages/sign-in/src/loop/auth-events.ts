import type { ChallengeName } from '../challenges/challenge.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'
import type { Store } from '../protocol/store.ts'
import type { AuthState } from './auth-state.ts'

/** What happens in a sign-in and a session, for analytics. It holds no personal data. */
export type AuthEvent =
  | { type: 'challenge-shown'; challenge: ChallengeName }
  /** `error`: why the answer was rejected. */
  | { type: 'challenge-answered'; challenge: ChallengeName; error?: AuthErrorCode }
  | { type: 'signed-in' }
  | { type: 'refreshed' }
  | { type: 'signed-out'; reason: SessionEndReason }

/** Calls `onEvent` with what each change of the state means. Returns what stops it. */
export function watchEvents(
  store: Store<AuthState>,
  onEvent: (event: AuthEvent) => void,
): () => void {
  let before: AuthState | undefined

  function update() {
    const now = store.getState()
    const events = eventsBetween(before, now)
    before = now
    for (const event of events) onEvent(event)
  }

  update()
  return store.subscribe(update)
}

/** What happened between two states. The first one has none before it. */
function eventsBetween(before: AuthState | undefined, now: AuthState): AuthEvent[] {
  return [...answered(before, now), ...changed(before, now), ...shown(before, now)]
}

function answered(before: AuthState | undefined, now: AuthState): AuthEvent[] {
  const { challenge } = before ?? {}
  if (challenge?.phase !== 'answering' || now.challenge?.phase === 'answering') return []
  const { name } = challenge
  const { error } = now.challenge ?? {}
  return [{ type: 'challenge-answered', challenge: name, ...(error && { error: error.code }) }]
}

function changed(before: AuthState | undefined, now: AuthState): AuthEvent[] {
  const { session } = now
  if (session && session.user.id !== before?.session?.user.id) return [{ type: 'signed-in' }]
  if (now.status !== 'signed-out' || !now.reason || before?.status === 'signed-out') return []
  return [{ type: 'signed-out', reason: now.reason }]
}

function shown(before: AuthState | undefined, now: AuthState): AuthEvent[] {
  const { challenge } = now
  if (!challenge || challenge.phase === 'answering') return []
  const isSame =
    before?.challenge?.name === challenge.name && before.challenge.round === challenge.round
  return isSame ? [] : [{ type: 'challenge-shown', challenge: challenge.name }]
}
