type Server = typeof import('@simplewebauthn/server')
type Helpers = typeof import('@simplewebauthn/server/helpers')

export type WebAuthn = Pick<Server, 'verifyAuthenticationResponse' | 'verifyRegistrationResponse'> &
  Pick<Helpers, 'decodeAttestationObject' | 'isoBase64URL' | 'isoCBOR'>

/** Loads the library that verifies passkeys. Only pools with passkeys need it. */
export async function loadWebAuthn(): Promise<WebAuthn> {
  // The library needs this before its own modules run, and a bundler may order its own import later.
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
