import type { Passkey } from '../pool/pool.ts'
import { fromText, hash } from '../srp/bytes.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { isOriginAllowed } from './is-origin-allowed.ts'
import { loadWebAuthn } from './load-web-authn.ts'
import type { Credential } from './read-credential.ts'

export interface ExpectedRegistration {
  challenge: string
  rpId: string
  userVerification: 'required' | 'preferred'
}

export type RegistrationCredential = Credential<'attestationObject'>

/** Checks a new passkey and returns its public key. Throws if it is not acceptable. */
export async function verifyRegistration(
  credential: RegistrationCredential,
  expected: ExpectedRegistration,
): Promise<Pick<Passkey, 'publicKey' | 'counter'>> {
  const { origin } = credential.clientData
  const { rpId } = expected
  if (!isOriginAllowed(origin, rpId)) {
    const message = `The origin is not within the relying party ${rpId}`
    throw new ServiceException('WebAuthnOriginNotAllowedException', message)
  }
  const { authData, unattested } = await readAttestation(credential)
  const rpIdHash = await hash(fromText(rpId))
  if (!rpIdHash.every((byte, at) => byte === authData[at])) {
    const message = `The credential is of another relying party than ${rpId}`
    throw new ServiceException('WebAuthnRelyingPartyMismatchException', message)
  }
  return verifyCredential(credential, unattested, expected)
}

/** The attestation object with its statement replaced by `none`: attestation is not enforced. */
async function readAttestation({
  response,
}: RegistrationCredential): Promise<{ authData: Uint8Array; unattested: string }> {
  const { decodeAttestationObject, isoBase64URL, isoCBOR } = await loadWebAuthn()
  try {
    const object = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
    const authData = object.get('authData')
    const unattested = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', authData],
    ])
    return { authData, unattested: isoBase64URL.fromBuffer(isoCBOR.encode(unattested)) }
  } catch (cause) {
    throw notSupported(cause)
  }
}

async function verifyCredential(
  { id, rawId, type, response, clientData }: RegistrationCredential,
  attestationObject: string,
  { challenge, rpId, userVerification }: ExpectedRegistration,
): Promise<Pick<Passkey, 'publicKey' | 'counter'>> {
  const { isoBase64URL, verifyRegistrationResponse } = await loadWebAuthn()
  const { registrationInfo } = await verifyRegistrationResponse({
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON: response.clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: clientData.origin,
    expectedRPID: rpId,
    requireUserVerification: userVerification === 'required',
    supportedAlgorithmIDs: [...algorithms],
  }).catch((cause: unknown) => {
    throw notSupported(cause)
  })
  if (registrationInfo?.credential.id !== id) throw notSupported(undefined)
  const { publicKey, counter } = registrationInfo.credential
  return { publicKey: isoBase64URL.fromBuffer(publicKey), counter }
}

/** COSE algorithm numbers of ES256 and RS256. */
export const algorithms = [-7, -257] as const

function notSupported(cause: unknown): ServiceException {
  const message = 'The credential is of an authenticator that is not supported'
  return new ServiceException('WebAuthnCredentialNotSupportedException', message, { cause })
}
