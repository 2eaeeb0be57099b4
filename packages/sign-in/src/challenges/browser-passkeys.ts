import { AuthError } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { PasskeyCredential, Passkeys } from '../protocol/passkeys.ts'
import { fromJSON, toJSON } from './passkey-json.ts'

// In Node there is nothing of it, and in older browsers not all.
const page: Page = globalThis
interface Page {
  navigator?: Partial<Navigator>
  location?: Location
  PublicKeyCredential?: { isConditionalMediationAvailable?: () => Promise<boolean> }
}

type Ceremony = (container: CredentialsContainer, signal: AbortSignal) => Promise<Credential | null>

/** The browser's own passkeys. The only file that talks to `navigator.credentials`. */
export function createBrowserPasskeys(): Passkeys {
  let latest: { stop: AbortController; over: Promise<unknown> } | undefined
  let told = false

  /** One at a time: the browser refuses a second while the first is pending. */
  async function alone(
    outer: AbortSignal,
    rpId: string | undefined,
    ceremony: Ceremony,
  ): Promise<PasskeyCredential> {
    const before = latest
    const stop = new AbortController()
    const { signal } = stop
    const cancel = () => stop.abort()
    outer.addEventListener('abort', cancel)
    if (outer.aborted) cancel()
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new AuthError('cancelled', { sent: 'no' })))
    })

    async function begin() {
      before?.stop.abort()
      if (before) await Promise.race([before.over, pause()])
      if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
      const credentials = container()
      check(rpId)
      return ceremony(credentials, signal)
    }

    const under = begin()
    const over = under.catch(() => {})
    latest = { stop, over }
    try {
      // A password manager in the browser's place may pay no heed to the signal.
      const credential = await Promise.race([under, aborted])
      if (!credential) throw new AuthError('passkey-cancelled', { sent: 'no' })
      return toJSON(credential as PublicKeyCredential)
    } catch (cause) {
      if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
      const error = explained(cause)
      if (error.code === 'passkey-mismatch') tell(rpId)
      throw error
    } finally {
      outer.removeEventListener('abort', cancel)
    }
  }

  /** What only a developer can mend, so that is whom it is told, once. */
  function tell(rpId: string | undefined) {
    if (told) return
    told = true
    console.warn(
      `Sallyport: the pool's passkeys are for ${rpId}, and this page is on ${hostname()}. ` +
        'The relying party id of the user pool must be the domain of the page, or one above it.',
    )
  }

  return {
    mayPrompt: () => page.navigator?.userActivation?.isActive ?? false,
    canAutofill: async () =>
      (await page.PublicKeyCredential?.isConditionalMediationAvailable?.()) ?? false,
    get: (options, { signal: outer, conditional = false }) =>
      alone(outer, options['rpId'] as string | undefined, (credentials, signal) =>
        credentials.get({
          publicKey: fromJSON(options),
          signal,
          ...(conditional && { mediation: 'conditional' as const }),
        }),
      ),
    create: (options, { signal: outer }) =>
      alone(outer, (options['rp'] as { id?: string }).id, (credentials, signal) =>
        credentials.create({
          publicKey: fromJSON(options),
          signal,
        }),
      ),
  }
}

function hostname(): string | undefined {
  return page.location?.hostname
}

/** A page may use the passkeys of its own domain, and of those that it is part of. */
function check(rpId: string | undefined) {
  const host = hostname()
  if (!rpId || !host || host === rpId || host.endsWith(`.${rpId}`)) return
  // Browsers would go and ask that domain whether it minds.
  throw new AuthError('passkey-mismatch', { sent: 'no' })
}

/** Not in Node, in old browsers or on pages without https. */
function container(): CredentialsContainer {
  const { PublicKeyCredential: known, navigator } = page
  if (known && navigator?.credentials) return navigator.credentials
  throw new AuthError('passkey-unsupported', { sent: 'no' })
}

/** For how long the one before may take to end, in case that it never does. */
function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1000))
}

function explained(cause: unknown): AuthError {
  if (cause instanceof AuthError) return cause
  const { name, message } = Object(cause) as DOMException
  const own = { sent: 'no', exception: name } as const
  // The same name as for a user who says no, on purpose: only the text tells.
  if (name === 'NotAllowedError' && blocked.test(message)) {
    return new AuthError('passkey-unsupported', own)
  }
  return new AuthError(codes.get(name) ?? 'passkey-unsupported', own)
}

const codes = new Map<string, AuthErrorCode>([
  ['NotAllowedError', 'passkey-cancelled'],
  ['AbortError', 'passkey-cancelled'],
  // Another one is pending that is not ours: a later press works.
  ['OperationError', 'passkey-cancelled'],
  ['SecurityError', 'passkey-mismatch'],
  // Of a new one only: the device has one of those that are to be left out.
  ['InvalidStateError', 'passkey-exists'],
])

const blocked = /permissions policy|same as its ancestors/i
