import type { PasskeySettings, Pool, User } from '../pool/pool.ts'
import { ServiceException } from '../wire/service-exception.ts'

/** Throws if the pool does not allow passkeys or has no relying party id. */
export function checkPasskeysAllowed(pool: Pool): PasskeySettings & { rpId: string } {
  if (!pool.firstFactors.includes('WEB_AUTHN')) {
    const message = 'Passkeys are not enabled for the user pool.'
    throw new ServiceException('WebAuthnNotEnabledException', message)
  }
  const { passkeys } = pool
  if (passkeys?.rpId === undefined) {
    const message = 'The user pool has neither a relying party id nor a domain.'
    throw new ServiceException('WebAuthnConfigurationMissingException', message)
  }
  return { ...passkeys, rpId: passkeys.rpId }
}

export function checkPasskeyQuota({ passkeys }: User): void {
  if (passkeys.length < 20) return
  throw new ServiceException('LimitExceededException', 'A user can have at most 20 passkeys.')
}
