import { AuthError } from '../../protocol/auth-error.ts'
import type { PasskeyCredential, Passkeys } from '../../protocol/passkeys.ts'

/** The browser's own passkeys. The only file that talks to `navigator.credentials`. */
export function createBrowserPasskeys(): Passkeys {
  let latest: { stop: AbortController; over: Promise<unknown> } | undefined

  /** One at a time: the browser refuses a second while the first is pending. */
  async function alone(
    signal: AbortSignal,
    ceremony: (signal: AbortSignal) => Promise<Credential | null>,
  ): Promise<PasskeyCredential> {
    if (!('PublicKeyCredential' in globalThis)) throw new AuthError('passkey-unsupported')
    const before = latest
    const stop = new AbortController()
    const begin = async () => {
      before?.stop.abort()
      await before?.over.catch(() => {})
      return ceremony(AbortSignal.any([signal, stop.signal]))
    }
    const over = begin()
    latest = { stop, over }
    const credential = await over.catch((cause: unknown) => {
      throw signal.aborted || stop.signal.aborted ? new AuthError('cancelled') : explained(cause)
    })
    return (credential as PublicKeyCredential).toJSON() as object as PasskeyCredential
  }

  return {
    mayPrompt: () => navigator.userActivation?.isActive ?? true,
    get: (options, { signal, conditional = false }) =>
      alone(signal, (stop) =>
        navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as never),
          signal: stop,
          ...(conditional && { mediation: 'conditional' as const }),
        }),
      ),
    create: (options, { signal }) =>
      alone(signal, (stop) =>
        navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as never),
          signal: stop,
        }),
      ),
  }
}

function explained(cause: unknown): AuthError {
  const { name } = cause as DOMException
  if (name === 'NotAllowedError' || name === 'AbortError') return new AuthError('passkey-cancelled')
  if (name === 'SecurityError') return new AuthError('passkey-mismatch')
  return new AuthError('passkey-unsupported')
}
