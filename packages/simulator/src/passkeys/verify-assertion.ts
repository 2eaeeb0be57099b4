import type { Passkey } from '../pool/pool.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { isOriginAllowed } from './is-origin-allowed.ts'
import { loadWebAuthn } from './load-web-authn.ts'
import type { Credential } from './read-credential.ts'

/** What a challenge has to remember. */
export interface AssertionChallenge {
  challenge: string
  rpId: string
}

interface ExpectedAssertion extends AssertionChallenge {
  userVerification: 'required' | 'preferred'
}

/** Whether the passkey signed this challenge, here and now; its counter moves on. */
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
    // What exactly was wrong is not told to whoever tries.
    throw notAuthorized()
  })
  const { newCounter } = authenticationInfo
  // While this was checked, the copy of a passkey may have been, too.
  const isBehind = passkey.counter > 0 && newCounter <= passkey.counter
  if (!verified || isBehind) throw notAuthorized()
  passkey.counter = newCounter
}
