import type { Passkey, Pool, User } from '../pool/pool.ts'

/** The user's passkeys for the pool's current relying party. */
export function usablePasskeys({ passkeys: settings }: Pool, { passkeys }: User): Passkey[] {
  return passkeys.filter(({ rpId }) => rpId === settings?.rpId)
}

/** Whether a passkey with user verification replaces both factors of this user. */
export function countsAsBothFactors(pool: Pool, user: User): boolean {
  return pool.passkeys?.asMfa === true && user.passkeyMfa
}
