import { AuthError } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { PasskeyCredential, Passkeys } from '../protocol/passkeys.ts'
import { fromJSON, toJSON } from './passkey-json.ts'

// Node has none of these, and old browsers have only some.
const page: Page = globalThis
interface Page {
  navigator?: Partial<Navigator>
  location?: Location
  PublicKeyCredential?: { isConditionalMediationAvailable?: () => Promise<boolean> }
}

type Ceremony = (container: CredentialsContainer, signal: AbortSignal) => Promise<Credential | null>

/** Passkeys of the browser. This is the only file that uses `navigator.credentials`. */
export function createBrowserPasskeys(): Passkeys {
  let latest: { controller: AbortController; settled: Promise<unknown> } | undefined
  let hasWarned = false

  /** Ends the previous ceremony first: browsers refuse a second one while the first is pending. */
  async function runAlone(
    outer: AbortSignal,
    rpId: string | undefined,
    ceremony: Ceremony,
  ): Promise<PasskeyCredential> {
    const previous = latest
    const controller = new AbortController()
    const { signal } = controller
    const cancel = () => controller.abort()
    outer.addEventListener('abort', cancel)
    if (outer.aborted) cancel()
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new AuthError('cancelled', { sent: 'no' })))
    })

    async function begin() {
      previous?.controller.abort()
      if (previous) await Promise.race([previous.settled, pause()])
      if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
      const credentials = credentialsContainer()
      checkRelyingParty(rpId)
      return ceremony(credentials, signal)
    }

    const pending = begin()
    const settled = pending.catch(() => {})
    latest = { controller, settled }
    try {
      // A password manager that replaces the browser may ignore the signal.
      const credential = await Promise.race([pending, aborted])
      if (!credential) throw new AuthError('passkey-cancelled', { sent: 'no' })
      return toJSON(credential as PublicKeyCredential)
    } catch (cause) {
      if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
      const error = toPasskeyError(cause)
      if (error.code === 'passkey-mismatch') warnMismatch(rpId)
      throw error
    } finally {
      outer.removeEventListener('abort', cancel)
    }
  }

  /** Only a developer can repair this, so the console gets it, once. */
  function warnMismatch(rpId: string | undefined) {
    if (hasWarned) return
    hasWarned = true
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
      runAlone(outer, options['rpId'] as string | undefined, (credentials, signal) =>
        credentials.get({
          publicKey: fromJSON(options),
          signal,
          ...(conditional && { mediation: 'conditional' as const }),
        }),
      ),
    create: (options, { signal: outer }) =>
      runAlone(outer, (options['rp'] as { id?: string }).id, (credentials, signal) =>
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

/** Throws unless the page is on the domain of the passkeys or below it. See `docs/cognito.md#web-authn`. */
function checkRelyingParty(rpId: string | undefined) {
  const host = hostname()
  if (!rpId || !host || host === rpId || host.endsWith(`.${rpId}`)) return
  // Some browsers would ask that domain for permission over the network.
  throw new AuthError('passkey-mismatch', { sent: 'no' })
}

/** Throws in Node, in old browsers and on pages without https, which have no passkeys. */
function credentialsContainer(): CredentialsContainer {
  const { PublicKeyCredential: hasPasskeys, navigator } = page
  if (hasPasskeys && navigator?.credentials) return navigator.credentials
  throw new AuthError('passkey-unsupported', { sent: 'no' })
}

/** The previous ceremony gets a second to end: it may never do so. */
function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1000))
}

function toPasskeyError(cause: unknown): AuthError {
  if (cause instanceof AuthError) return cause
  const { name, message } = Object(cause) as DOMException
  const details = { sent: 'no', exception: name } as const
  // Browsers use the same name when the user cancels: only the text tells a policy apart.
  if (name === 'NotAllowedError' && blockedByPolicy.test(message)) {
    return new AuthError('passkey-unsupported', details)
  }
  return new AuthError(codes.get(name) ?? 'passkey-unsupported', details)
}

const codes = new Map<string, AuthErrorCode>([
  ['NotAllowedError', 'passkey-cancelled'],
  ['AbortError', 'passkey-cancelled'],
  // Another ceremony is pending that the kit did not begin. A later press works.
  ['OperationError', 'passkey-cancelled'],
  ['SecurityError', 'passkey-mismatch'],
  // `create` only: the device has a passkey that is in `excludeCredentials`.
  ['InvalidStateError', 'passkey-exists'],
])

const blockedByPolicy = /permissions policy|same as its ancestors/i
