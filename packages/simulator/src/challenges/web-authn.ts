import { passkeyDoesForBoth, usablePasskeys } from '../passkeys/passkey-mfa.ts'
import { parse, readCredential } from '../passkeys/read-credential.ts'
import { type ExpectedAssertion, verifyAssertion } from '../passkeys/verify-assertion.ts'
import { randomBase64url, toBase64url } from '../pool/random.ts'
import { knownUser } from '../sign-in/attempt.ts'
import { afterFactor } from '../sign-in/next-step.ts'
import { fromText } from '../srp/bytes.ts'
import { missingParameter, notAuthorized } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

export const webAuthn: Challenge<unknown, ExpectedAssertion> = {
  ask(attempt) {
    const { pool } = attempt
    const user = knownUser(attempt)
    const { rpId, userVerification: wanted } = pool.passkeys ?? {}
    const passkeys = usablePasskeys(pool, user)
    if (rpId === undefined || wanted === undefined || passkeys.length === 0) throw notAuthorized()

    const challenge = randomBase64url(32)
    // A passkey that stands for two factors has to prove two: the device, and who holds it.
    const userVerification = passkeyDoesForBoth(pool, user) ? 'required' : wanted
    const options = {
      challenge,
      timeout: 180_000,
      rpId,
      allowCredentials: passkeys.map(({ id, transports }) => ({
        type: 'public-key',
        id,
        ...(transports.length > 0 && { transports }),
      })),
      userVerification,
    }
    return {
      parameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
      memory: { challenge, rpId, userVerification },
    }
  },
  async check(attempt, { responses: { CREDENTIAL: json }, memory }) {
    if (!json) throw missingParameter('CREDENTIAL')

    const credential = readCredential(parse(json), ['authenticatorData', 'signature'])
    const { pool } = attempt
    const user = knownUser(attempt)
    const { userHandle } = credential.response as { userHandle?: unknown }
    const passkey = usablePasskeys(pool, user).find(({ id }) => id === credential.id)
    // An authenticator that keeps no user need not name one.
    const named = userHandle ?? toBase64url(fromText(user.sub))
    if (!passkey || named !== toBase64url(fromText(user.sub))) throw notAuthorized()
    await verifyAssertion(credential, passkey, memory)
    return afterFactor(attempt, 'WEB_AUTHN')
  },
}
