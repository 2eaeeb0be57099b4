import { checkPasskeyQuota, checkPasskeysAllowed } from '../passkeys/check-passkeys.ts'
import { readCredential } from '../passkeys/read-credential.ts'
import { verifyRegistration } from '../passkeys/verify-registration.ts'
import type { Pool, User } from '../pool/pool.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { invalidParameter, ServiceException } from '../wire/service-exception.ts'
import { object, required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const completeWebAuthnRegistration: Operation = operation(
  struct({ AccessToken: required(token), Credential: required(object()) }),
  async ({ AccessToken, Credential }, service) => {
    const { pool, client, user } = await readAccessToken(service, AccessToken)
    const { rpId, userVerification } = checkPasskeysAllowed(pool)
    const credential = readCredential(Credential, ['attestationObject'])
    const challenge = consumeChallenge(
      user,
      client.id,
      credential.clientData.challenge,
      service.clock.now(),
    )
    const expected = { challenge, rpId, userVerification }
    const verified = await verifyRegistration(credential, expected)

    const { id, attachment, transports } = credential
    if (isTaken(pool, id)) throw invalidParameter('The credential is registered already.')
    checkPasskeyQuota(user)
    const createdAt = service.clock.now()
    user.passkeys.push({ id, ...verified, rpId, attachment, transports, createdAt })
    return {}
  },
)

/** Each challenge works once, even if the registration fails. */
function consumeChallenge(user: User, clientId: string, answered: string, now: number): string {
  const pending = user.pendingPasskey
  if (!pending || pending.challenge !== answered || now >= pending.goodUntil) {
    const message = 'The challenge of the registration is not there or has expired.'
    throw new ServiceException('WebAuthnChallengeNotFoundException', message)
  }
  if (pending.clientId !== clientId) {
    const message = 'The registration was started by another app client.'
    throw new ServiceException('WebAuthnClientMismatchException', message)
  }
  user.pendingPasskey = undefined
  return pending.challenge
}

function isTaken({ users }: Pool, id: string): boolean {
  return [...users.values()].some(({ passkeys }) => passkeys.some((passkey) => passkey.id === id))
}
