import { fromBase64url } from '../protocol/base64url.ts'
import type { PasskeyCredential, PasskeyOptions } from '../protocol/passkeys.ts'

// Browsers have `parseRequestOptionsFromJSON` and `toJSON`, but not all of them, and not every password
// manager. See `docs/decisions.md#the-kit-reads-and-writes-the-json-itself`.

type Descriptor = { id: string }

type Options = PublicKeyCredentialRequestOptions & PublicKeyCredentialCreationOptions

/** Turns JSON into the options of `navigator.credentials`. */
export function fromJSON(options: PasskeyOptions): Options {
  const { challenge, allowCredentials, excludeCredentials, user } = options as {
    challenge: string
    allowCredentials?: Descriptor[]
    excludeCredentials?: Descriptor[]
    user?: Descriptor
  }
  return {
    ...options,
    challenge: fromBase64url(challenge),
    ...(allowCredentials && { allowCredentials: allowCredentials.map(withBytes) }),
    ...(excludeCredentials && { excludeCredentials: excludeCredentials.map(withBytes) }),
    ...(user && { user: withBytes(user) }),
  } as object as Options
}

/** Turns a signed challenge, or a new passkey, into JSON. */
export function toJSON(credential: PublicKeyCredential): PasskeyCredential {
  const { id, rawId, type, authenticatorAttachment, response } = credential
  return {
    id,
    rawId: toText(rawId),
    type,
    ...(authenticatorAttachment && { authenticatorAttachment }),
    clientExtensionResults: credential.getClientExtensionResults?.() ?? {},
    response: responseOf(response as AuthenticatorAttestationResponse & Asserted),
  }
}

type Asserted = Partial<Pick<AuthenticatorAssertionResponse, 'signature' | 'userHandle'>>

function responseOf(response: AuthenticatorAttestationResponse & Asserted) {
  // Old browsers lack the `get…` methods of a new passkey: the data is then in the attestation only.
  const { clientDataJSON, attestationObject, signature, userHandle } = response
  const { authenticatorData = response.getAuthenticatorData?.() } = response as {
    authenticatorData?: ArrayBuffer
  }
  const publicKey = response.getPublicKey?.()
  const publicKeyAlgorithm = response.getPublicKeyAlgorithm?.()
  return {
    clientDataJSON: toText(clientDataJSON),
    ...(authenticatorData && { authenticatorData: toText(authenticatorData) }),
    ...(signature && { signature: toText(signature) }),
    ...(userHandle && { userHandle: toText(userHandle) }),
    ...(attestationObject && {
      attestationObject: toText(attestationObject),
      transports: response.getTransports?.() ?? [],
      ...(publicKey && { publicKey: toText(publicKey) }),
      ...(publicKeyAlgorithm !== undefined && { publicKeyAlgorithm }),
    }),
  }
}

function withBytes({ id, ...rest }: Descriptor) {
  return { ...rest, id: fromBase64url(id) }
}

function toText(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte))
  return btoa(letters.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
