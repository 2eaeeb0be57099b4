import { fromBase64url } from '../protocol/base64url.ts'
import type { PasskeyCredential, PasskeyOptions } from '../protocol/passkeys.ts'

// The browser's own parse…FromJSON and toJSON do the same, but not in every browser, nor where a
// password manager stands in for it. One way for all is less to go wrong.

type Descriptor = { id: string }

type Options = PublicKeyCredentialRequestOptions & PublicKeyCredentialCreationOptions

/** What `navigator.credentials` takes, from its JSON. */
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

/** What a passkey signed, or a new one, as JSON. */
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
  // Of a new passkey, older browsers give the rest only inside the attestation.
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
