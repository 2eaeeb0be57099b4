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
  /** Called with what went wrong, before it is thrown. */
  report: (cause: unknown) => void
}

/** Makes a passkey for the user of a session. Rejects with `AuthError`. */
export type RegisterPasskey = (session: {
  /** As it was typed. */
  username: string
  accessToken: string
  signal: AbortSignal
}) => Promise<void>

/** Makes a passkey on this device and registers it with the pool. Rejects with `AuthError`. */
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
    // The SDK's type for any JSON does not take one that is read-only.
    const input = { AccessToken, Credential: { ...credential } as Record<string, string> }
    await call(completeWebAuthnRegistration, input, { signal })
  } catch (cause) {
    report(cause)
    throw toAuthError(cause, { refusals })
  }
}

// What these mean for a user who is signed in already.
const refusals = {
  LimitExceededException: 'passkey-limit',
  // The device took longer than the pool waits: the next try begins with a new challenge.
  WebAuthnChallengeNotFoundException: 'timeout',
  'invalid-entry': 'passkey-refused',
  'wrong-credentials': 'revoked',
} as const
