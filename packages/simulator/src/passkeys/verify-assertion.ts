import type { Passkey } from '../pool/pool.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { isOriginAllowed } from './is-origin-allowed.ts'
import { loadWebAuthn } from './load-web-authn.ts'
import type { Credential } from './read-credential.ts'

/** What the pool keeps of a WEB_AUTHN challenge until the answer. */
export interface AssertionChallenge {
  challenge: string
  rpId: string
}

interface ExpectedAssertion extends AssertionChallenge {
  userVerification: 'required' | 'preferred'
}

/** Throws if the passkey did not sign this challenge. Stores the passkey's new counter. */
export async function verifyAssertion(
  { id, rawId, type, response, clientData }: Credential<'authenticatorData' | 'signature'>,
  passkey: Passkey,
  { challenge, rpId, userVerification }: ExpectedAssertion,
): Promise<void> {
  if (!isOriginAllowed(clientData.origin, rpId)) throw notAuthorized()
  const { isoBase64URL, verifyAuthenticationResponse } = await loadWebAuthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: clientData.origin,
    expectedRPID: rpId,
    requireUserVerification: userVerification === 'required',
    credential: {
      id: passkey.id,
      publicKey: isoBase64URL.toBuffer(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => {
    // The client does not learn what exactly was wrong.
    throw notAuthorized()
  })
  const { newCounter } = authenticationInfo
  // A concurrent request may have used a copy of the passkey in the meantime.
  const isBehind = passkey.counter > 0 && newCounter <= passkey.counter
  if (!verified || isBehind) throw notAuthorized()
  passkey.counter = newCounter
}
