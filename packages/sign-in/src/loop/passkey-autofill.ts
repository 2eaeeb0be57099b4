import { protocolWith } from '../challenges/challenge.ts'
import type { FirstFactor } from '../challenges/first-factor.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Opaque } from '../protocol/opaque.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { Driver } from './drive.ts'
import type { Flow } from './flows.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import type { UsernameStore } from './remember-username.ts'

export interface PasskeyAutofillOptions {
  driver: Pick<Driver, 'suggest'>
  passkeys: Passkeys
  usernames: UsernameStore
  username: string
  /** Called with true when the browser suggests the passkey, and with false when it no longer does. */
  onSuggest: (isSuggested: boolean) => void
  signal: AbortSignal
}

/**
 * Passkey autofill (conditional mediation): the browser suggests the passkey of the remembered user in the
 * username field. Before the user picks it, no state and no error is shown.
 * See `docs/decisions.md#a-passkey-is-offered-by-a-hidden-sign-in`.
 */
export async function startPasskeyAutofill(options: PasskeyAutofillOptions): Promise<void> {
  const { driver, passkeys, usernames, username, onSuggest, signal } = options
  const protocol = protocolWith('autofill')
  const autofill = protocol?.autofill
  if (!protocol || !autofill) return
  const flow: Flow = { repeatable: true, preferred: protocol.name as FirstFactor }

  /** Resolves with whether the challenge timed out before the user picked the passkey. */
  async function suggest(): Promise<boolean> {
    if (!(await passkeys.canAutofill?.()) || signal.aborted) return false
    const controller = new AbortController()
    const abort = () => controller.abort()
    let timedOut = false
    signal.addEventListener('abort', abort)

    async function choose(pending: PendingChallenge, context: SignInContext): Promise<Opaque> {
      if (pending.name !== protocol?.name || !autofill) {
        usernames.keep({ username, passkey: false })
        throw new AuthError('cancelled')
      }
      const timer = setTimeout(() => {
        timedOut = true
        abort()
      }, pending.expiresAt - Date.now())
      onSuggest(true)
      try {
        const answer = await autofill(pending.challenge, context)
        // The user has begun a sign-in now, so leaving the form no longer ends it.
        signal.removeEventListener('abort', abort)
        return answer
      } finally {
        clearTimeout(timer)
        onSuggest(false)
      }
    }

    await driver.suggest({ username, flow, signal: controller.signal, choose })
    return timedOut
  }

  if (!(await suggest())) return
  await pageUsed(signal)
  await suggest()
}

/** Resolves when somebody uses the page again. A new challenge before that would only time out again. */
function pageUsed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['pointermove', 'focusin', 'keydown']) {
      globalThis.addEventListener?.(type, () => resolve(), { once: true, signal })
    }
  })
}
