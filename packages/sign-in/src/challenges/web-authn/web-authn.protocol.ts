import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { PasskeyCredential, PasskeyOptions } from '../../protocol/passkeys.ts'
import { readRequestOptions } from '../passkey-options.ts'

/** Asks for a passkey. See `docs/cognito.md#web-authn`. */
export interface WebAuthnChallenge {
  name: 'WEB_AUTHN'
  /** PublicKeyCredentialRequestOptionsJSON: the challenge to sign, and the passkeys that may sign it. */
  options: PasskeyOptions
}

export interface WebAuthnAnswer {
  /** Missing: the kit asks the browser. */
  credential?: PasskeyCredential
}

export const webAuthn: ChallengeProtocol<WebAuthnChallenge, WebAuthnAnswer> = {
  name: 'WEB_AUTHN',
  read: ({ ChallengeParameters }) => ({
    options: readRequestOptions(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS']),
  }),
  // Only right after a press: see `docs/decisions.md#a-prompt-needs-a-press`.
  answerItself: (_, { passkeys }) => (passkeys.mayPrompt() ? {} : undefined),
  autofill: async ({ options }, { passkeys, signal }) => ({
    credential: await passkeys.get(options, { signal, conditional: true }),
  }),
  async submit({ credential }, { challenge: { options }, context: { passkeys, signal }, respond }) {
    const signed = credential ?? (await passkeys.get(options, { signal }))
    return respond({ CREDENTIAL: JSON.stringify(signed) })
  },
  // The user has typed no password, so these codes would mislead.
  refusals: { 'wrong-credentials': 'passkey-refused', 'invalid-entry': 'passkey-refused' },
}
