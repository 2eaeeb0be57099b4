import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { PasskeyCredential, PasskeyOptions } from '../../protocol/passkeys.ts'
import { readRequestOptions } from '../passkey-options.ts'

/** The user has a passkey, and the browser asks for it. */
export interface WebAuthnChallenge {
  name: 'WEB_AUTHN'
  /** PublicKeyCredentialRequestOptionsJSON: what the passkey is to sign, and which ones may. */
  options: PasskeyOptions
}

export interface WebAuthnAnswer {
  /** Without one the browser is asked for it. */
  credential?: PasskeyCredential
}

export const webAuthn: ChallengeProtocol<WebAuthnChallenge, WebAuthnAnswer> = {
  name: 'WEB_AUTHN',
  read: ({ ChallengeParameters }) => ({
    options: readRequestOptions(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS']),
  }),
  // No prompt that nobody asked for: right after a press it is what the press was for.
  answerItself: (_, { passkeys }) => (passkeys.mayPrompt() ? {} : undefined),
  autofill: async ({ options }, { passkeys, signal }) => ({
    credential: await passkeys.get(options, { signal, conditional: true }),
  }),
  async submit({ credential }, { challenge: { options }, context: { passkeys, signal }, respond }) {
    const signed = credential ?? (await passkeys.get(options, { signal }))
    return respond({ CREDENTIAL: JSON.stringify(signed) })
  },
  // Nobody has typed a password that could be wrong.
  refusals: { 'wrong-credentials': 'passkey-refused', 'invalid-entry': 'passkey-refused' },
}
