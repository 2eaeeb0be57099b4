import { revokeToken } from '../operations/revoke-token.ts'
import type { Call } from '../protocol/call.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import type { AuthSession, AuthTokens } from './auth-session.ts'
import { readUser } from './read-user.ts'
import { registerPasskey } from './register-passkey.ts'

export interface OpenSessionOptions {
  clientId: string
  call: Call
  passkeys: Passkeys
  report: (cause: unknown) => void
  /** Called first when the session ends, before the token is revoked. */
  onEnd: (session: AuthSession) => void
}

export interface OpenedSession {
  session: AuthSession
  /** Aborts when the session ends. */
  signal: AbortSignal
}

/** Makes a session of tokens. Throws `AuthError('bad-answer')` if the ID token is not a JWT. */
export function openSession(
  { AccessToken, IdToken, RefreshToken, ExpiresIn }: AuthenticationResult,
  { clientId, call, passkeys, report, onEnd }: OpenSessionOptions,
): OpenedSession {
  const controller = new AbortController()
  const { signal } = controller
  const tokens: AuthTokens = {
    accessToken: AccessToken,
    idToken: IdToken,
    refreshToken: RefreshToken,
    expiresAt: Date.now() + ExpiresIn * 1000,
  }
  let registration: Promise<void> | undefined

  async function signOut() {
    onEnd(session)
    if (signal.aborted) return
    controller.abort()
    if (RefreshToken) await revoke(RefreshToken)
  }

  /** A failure is ignored: the session in this page is over anyway (`docs/cognito.md#revocation`). */
  async function revoke(Token: string) {
    const { signal: always } = new AbortController()
    await call(revokeToken, { ClientId: clientId, Token }, { signal: always }).catch(() => {})
  }

  // Imported statically: loading it after the press could take longer than the browser allows for a prompt.
  const register = () =>
    registerPasskey({ call, passkeys, accessToken: AccessToken, signal, report })

  const session: AuthSession = {
    user: readUser(IdToken),
    tokens: async () => tokens,
    signOut,
    // A second call while the first is running does not make a second passkey.
    registerPasskey: () => (registration ??= register().finally(() => (registration = undefined))),
  }
  return { session, signal }
}
