import { countsAsBothFactors, usablePasskeys } from '../passkeys/passkey-mfa.ts'
import { parseJson, readCredential } from '../passkeys/read-credential.ts'
import { type AssertionChallenge, verifyAssertion } from '../passkeys/verify-assertion.ts'
import type { Pool, User } from '../pool/pool.ts'
import { randomBase64url, toBase64url } from '../pool/random.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { offerFactors } from '../sign-in/first-factors.ts'
import { requireUser } from '../sign-in/sign-in-attempt.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import { fromText } from '../srp/bytes.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

export const webAuthn: Challenge<unknown, AssertionChallenge> = {
  ask(attempt) {
    const { pool } = attempt
    const user = requireUser(attempt)
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
      userVerification: chooseUserVerification(pool, user),
    }
    return {
      parameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
      state: { challenge, rpId },
    }
  },
  async check(attempt, { responses: { CREDENTIAL: json }, state }) {
    if (!json) throw missingParameter('CREDENTIAL')

    const credential = readCredential(parseJson(json), ['authenticatorData', 'signature'])
    const user = requireUser(attempt)
    // The user or the pool may require another factor in the meantime.
    if (!offerFactors(attempt).includes('WEB_AUTHN')) {
      throw notAuthorized('Invalid session for the user.')
    }
    const passkey = usablePasskeys(attempt.pool, user).find(({ id }) => id === credential.id)
    const handle = toBase64url(fromText(user.sub))
    const { userHandle = handle } = credential
    if (!passkey || userHandle !== handle) throw notAuthorized()
    await verifyAssertion(credential, passkey, {
      ...state,
      // By the current settings: the passkey may replace both factors only in the meantime.
      userVerification: chooseUserVerification(attempt.pool, user),
    })
    checkAccount(user)
    return stepAfterChallenge(attempt, 'WEB_AUTHN')
  },
}

/** A passkey that replaces both factors must verify the user as well. */
function chooseUserVerification(pool: Pool, user: User): 'required' | 'preferred' {
  if (countsAsBothFactors(pool, user)) return 'required'
  return pool.passkeys?.userVerification ?? 'preferred'
}
