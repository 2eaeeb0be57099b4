import type { Passkey, Pool, User } from '../pool/pool.ts'

/** Those made for the relying party that the pool has now. */
export function usablePasskeys({ passkeys: settings }: Pool, { passkeys }: User): Passkey[] {
  return passkeys.filter(({ rpId }) => rpId === settings?.rpId)
}

/** Whether a passkey, its user verified, does for both factors of this user. */
export function countsAsBothFactors(pool: Pool, user: User): boolean {
  return pool.passkeys?.asMfa === true && user.passkeyMfa
}
