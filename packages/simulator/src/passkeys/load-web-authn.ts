type Server = typeof import('@simplewebauthn/server')
type Helpers = typeof import('@simplewebauthn/server/helpers')

export type WebAuthn = Pick<Server, 'verifyAuthenticationResponse' | 'verifyRegistrationResponse'> &
  Pick<Helpers, 'decodeAttestationObject' | 'isoBase64URL' | 'isoCBOR'>

/** What checks passkeys; only pools that have them pay for it. */
export async function loadWebAuthn(): Promise<WebAuthn> {
  // Part of it needs this at once, and in a bundle its own import of it may come too late.
  await import('reflect-metadata')
  const { verifyAuthenticationResponse, verifyRegistrationResponse } =
    await import('@simplewebauthn/server')
  const { decodeAttestationObject, isoBase64URL, isoCBOR } =
    await import('@simplewebauthn/server/helpers')
  return {
    decodeAttestationObject,
    isoBase64URL,
    isoCBOR,
    verifyAuthenticationResponse,
    verifyRegistrationResponse,
  }
}
