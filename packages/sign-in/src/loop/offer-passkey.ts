import { webAuthn } from '../challenges/web-authn/web-authn.protocol.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { AuthChallenge } from './auth-challenge.ts'
import type { ChallengeLoop } from './challenge-loop.ts'
import type { Flow } from './flows.ts'
import type { UsernameStore } from './remember-username.ts'
import type { Store } from './store.ts'

const flow: Flow = { repeatable: true, preferred: webAuthn.name }

export interface OfferPasskeyOptions {
  store: Store<AuthChallenge>
  usernames: UsernameStore
  username: string
  loop: ChallengeLoop
  /** Told when there is something to pick, and when there is not any more. */
  onOffered: (offered: boolean) => void
  signal: AbortSignal
}

/**
 * Offers somebody's passkey among the suggestions of the username. Nobody hears of it unless it is
 * picked: what goes wrong before that was never begun by anybody.
 */
export async function offerPasskey(options: OfferPasskeyOptions): Promise<void> {
  const { store, usernames, username, loop, onOffered, signal } = options

  /** Resolves to whether the service let go of it before the user did anything. */
  async function offer(): Promise<boolean> {
    const stop = new AbortController()
    let [lapsed, picked] = [false, false]
    // A sign-in, a restart or a page that is left comes first; what was picked is one itself.
    const end = () => picked || stop.abort()
    const unsubscribe = store.subscribe(end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    const offered = loop.offer({
      username,
      flow,
      signal: stop.signal,
      async pick({ protocol, challenge, expiresAt }, held) {
        if (protocol.name !== webAuthn.name) {
          usernames.keep({ username, passkey: false })
          throw new AuthError('cancelled')
        }
        const timer = setTimeout(() => {
          lapsed = true
          end()
        }, expiresAt - Date.now())
        const get: typeof held.passkeys.get = (asked, how) =>
          held.passkeys.get(asked, { ...how, conditional: true })
        onOffered(true)
        try {
          const passkeys = { ...held.passkeys, get }
          const answer = await webAuthn.complete?.({}, challenge as never, { ...held, passkeys })
          picked = true
          return answer
        } finally {
          clearTimeout(timer)
          onOffered(false)
        }
      },
    })
    await offered.finally(unsubscribe)
    return lapsed
  }

  if (!(await offer())) return
  await pageUsed(signal)
  await offer()
}

/** The next sign of somebody at the page: there is no point in asking again before. */
function pageUsed(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    for (const sign of ['pointermove', 'focusin', 'keydown']) {
      globalThis.addEventListener?.(sign, () => done(), { once: true, signal })
    }
  })
}
