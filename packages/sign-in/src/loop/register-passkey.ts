import { readCreationOptions } from '../challenges/passkey-options.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { Transport } from '../protocol/transport.ts'
import { createReporter } from './reporter.ts'

export interface RegisterPasskeyOptions {
  transport: Transport
  passkeys: Passkeys
  accessToken: string
  signal: AbortSignal
}

/** Makes a passkey on this device and tells the pool of it. Rejects with `AuthError`. */
export async function registerPasskey({
  transport,
  passkeys,
  accessToken: AccessToken,
  signal,
}: RegisterPasskeyOptions): Promise<void> {
  let step = 'StartWebAuthnRegistration'
  try {
    const asked = await transport('StartWebAuthnRegistration', { AccessToken }, { signal })
    const options = readCreationOptions(asked.CredentialCreationOptions)
    const Credential = (await passkeys.create(options, { signal })) as object as Record<
      string,
      string
    >
    step = 'CompleteWebAuthnRegistration'
    await transport('CompleteWebAuthnRegistration', { AccessToken, Credential }, { signal })
  } catch (cause) {
    const error = toAuthError(cause, { step, refusals })
    createReporter()(cause, error)
    throw error
  }
}

// What these mean of a user who is signed in already.
const refusals = {
  LimitExceededException: 'passkey-limit',
  // The device took longer than the pool waits: the next try begins with a new challenge.
  WebAuthnChallengeNotFoundException: 'timeout',
  'invalid-entry': 'passkey-refused',
  'wrong-credentials': 'session-lost',
} as const
