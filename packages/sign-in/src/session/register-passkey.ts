import { readCreationOptions } from '../challenges/passkey-options.ts'
import { completeWebAuthnRegistration } from '../operations/complete-web-authn-registration.ts'
import { startWebAuthnRegistration } from '../operations/start-web-authn-registration.ts'
import type { Call } from '../protocol/call.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { Passkeys } from '../protocol/passkeys.ts'

export interface RegisterPasskeyOptions {
  call: Call
  passkeys: Passkeys
  accessToken: string
  signal: AbortSignal
  /** Called with the cause of a failure. */
  report: (cause: unknown) => void
}

/** Registers a passkey for the user of a session. Rejects with `AuthError`. */
export type RegisterPasskey = (session: {
  /** The username as it was typed. */
  username: string
  accessToken: string
  signal: AbortSignal
}) => Promise<void>

/**
 * Makes a passkey on this device and registers it with the pool. Rejects with `AuthError`. See
 * `docs/cognito.md#passkey-registration`.
 */
export async function registerPasskey({
  call,
  passkeys,
  accessToken: AccessToken,
  signal,
  report,
}: RegisterPasskeyOptions): Promise<void> {
  try {
    const start = await call(startWebAuthnRegistration, { AccessToken }, { signal })
    const options = readCreationOptions(start.CredentialCreationOptions)
    const credential = await passkeys.create(options, { signal })
    // The type of the SDK takes no read-only objects.
    const input = { AccessToken, Credential: { ...credential } as Record<string, string> }
    await call(completeWebAuthnRegistration, input, { signal })
  } catch (cause) {
    report(cause)
    throw toAuthError(cause, { refusals })
  }
}

// The codes of these exceptions for a signed-in user.
const refusals = {
  LimitExceededException: 'passkey-limit',
  // The user took longer than the pool waits. The next try gets a new challenge.
  WebAuthnChallengeNotFoundException: 'timeout',
  'invalid-entry': 'passkey-refused',
  'wrong-credentials': 'revoked',
} as const
