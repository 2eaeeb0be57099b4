import type { Pool, User } from '../pool/pool.ts'
import { fromText, hash, randomInteger, toInteger } from './bytes.ts'
import { deriveVerifier, type Identity } from './handshake.ts'

export interface SrpAccount {
  userId: string
  salt: bigint
  verifier: bigint
}

/** Derives the verifier at the user's first SRP sign-in, since that is slow for a pool of many users. */
export async function findVerifier(pool: Pool, user: User, password: string): Promise<SrpAccount> {
  const userId = user.username
  if (user.srp?.password !== password) {
    // Set before the first await, so that two concurrent sign-ins get the same salt.
    user.srp = { password, salt: randomInteger(16).toString(16), verifier: undefined }
  }
  const { srp } = user
  const salt = fromHex(srp.salt)
  srp.verifier ??= (await deriveVerifier(toIdentity(pool, userId), password, salt)).toString(16)
  return { userId, salt, verifier: fromHex(srp.verifier) }
}

/** The account of an unknown user, or of a user without a password. The same at every call. */
export async function fakeVerifier(pool: Pool, username: string): Promise<SrpAccount> {
  const digest = await hash(fromText(`${pool.id} ${username}`))
  const hex = toInteger(digest).toString(16).padStart(64, '0')
  const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(hex)!
  return {
    userId: `${a}-${b}-4${c}-a${d}-${e}`,
    salt: fromHex(hex.slice(32)),
    verifier: toInteger(digest),
  }
}

export function toIdentity(pool: Pool, userId: string): Identity {
  return { group: pool.id.slice(pool.id.indexOf('_') + 1), name: userId }
}

export function fromHex(hex: string): bigint {
  return BigInt(`0x${hex}`)
}
