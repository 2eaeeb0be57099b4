import { passkeyDoesForBoth, usablePasskeys } from '../passkeys/passkey-mfa.ts'
import { parse, readCredential } from '../passkeys/read-credential.ts'
import { type AskedAssertion, verifyAssertion } from '../passkeys/verify-assertion.ts'
import { randomBase64url, toBase64url } from '../pool/random.ts'
import { knownUser } from '../sign-in/attempt.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { offerFactors } from '../sign-in/first-factors.ts'
import { afterFactor } from '../sign-in/next-step.ts'
import type { Pool, User } from '../pool/pool.ts'
import { fromText } from '../srp/bytes.ts'
import { missingParameter, notAuthorized } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

export const webAuthn: Challenge<unknown, AskedAssertion> = {
  ask(attempt) {
    const { pool } = attempt
    const user = knownUser(attempt)
    const { passkeys: settings } = pool
    if (settings?.rpId === undefined) throw notAuthorized()

    const { rpId } = settings
    const challenge = randomBase64url(32)
    const options = {
      challenge,
      timeout: 180_000,
      rpId,
      allowCredentials: usablePasskeys(pool, user).map(({ id, transports }) => ({
        type: 'public-key',
        id,
        ...(transports.length > 0 && { transports }),
      })),
      userVerification: findVerification(pool, user),
    }
    return {
      parameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
      memory: { challenge, rpId },
    }
  },
  async check(attempt, { responses: { CREDENTIAL: json }, memory }) {
    if (!json) throw missingParameter('CREDENTIAL')

    const credential = readCredential(parse(json), ['authenticatorData', 'signature'])
    const user = knownUser(attempt)
    // The user or the pool may have come to need another factor since.
    if (!offerFactors(attempt).includes('WEB_AUTHN')) {
      throw notAuthorized('Invalid session for the user.')
    }
    const passkey = usablePasskeys(attempt.pool, user).find(({ id }) => id === credential.id)
    const handle = toBase64url(fromText(user.sub))
    const { userHandle = handle } = credential
    if (!passkey || userHandle !== handle) throw notAuthorized()
    await verifyAssertion(credential, passkey, {
      ...memory,
      // As things are now: it may do for both factors only since it was asked for.
      userVerification: findVerification(attempt.pool, user),
    })
    checkAccount(user)
    return afterFactor(attempt, 'WEB_AUTHN')
  },
}

/** A passkey in place of two factors has to prove two: the device, and who holds it. */
function findVerification(pool: Pool, user: User): 'required' | 'preferred' {
  if (passkeyDoesForBoth(pool, user)) return 'required'
  return pool.passkeys?.userVerification ?? 'preferred'
}
