import { type Bytes, fromText, hash, join, toBytes, toInteger } from './bytes.ts'
import { generator, power, prime } from './group.ts'

/** The user or device whose secret is proven. */
export interface Identity {
  /** For a user, the part of the user pool id after `_`. For a device, its group key. */
  group: string
  /** For a user, the username. For a device, its key. */
  name: string
}

export interface Handshake {
  /** What the client sent as SRP_A. */
  A: bigint
  /** The server's secret. */
  b: bigint
  /** The hash of A and B, `u`. It is kept so that B is not computed twice. */
  scrambler: bigint
  verifier: bigint
}

export interface Claim {
  signature: Bytes
  secretBlock: Bytes
  timestamp: string
}

/** The SRP verifier of a password: with it the pool can check a proof without the password. */
export async function deriveVerifier(
  { group, name }: Identity,
  password: string,
  salt: bigint,
): Promise<bigint> {
  const inner = await hash(fromText(`${group}${name}:${password}`))
  return power(generator, toInteger(await hash(toBytes(salt), inner)))
}

/** The server's public value, SRP_B. */
export function derivePublicValue(b: bigint, verifier: bigint): bigint {
  return (multiplier * verifier + power(generator, b)) % prime
}

// The hash of the prime and the generator, `k`. A constant, since neither of them changes.
const multiplier = BigInt('0x538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6')

/** The hash of both public values, `u`. */
export async function deriveScrambler(A: bigint, B: bigint): Promise<bigint> {
  return toInteger(await hash(toBytes(A), toBytes(B)))
}

/** Whether the signature proves the password that the verifier was derived from. */
export async function checkClaim(
  { group, name }: Identity,
  handshake: Handshake,
  { signature, secretBlock, timestamp }: Claim,
): Promise<boolean> {
  const key = await deriveKey(handshake)
  const message = join(fromText(group + name), secretBlock, fromText(timestamp))
  // This comparison must take constant time, so that timing reveals nothing.
  return crypto.subtle.verify('HMAC', key, signature, message)
}

async function deriveKey({ A, b, scrambler, verifier }: Handshake): Promise<CryptoKey> {
  const secret = power((A * power(verifier, scrambler)) % prime, b)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: toBytes(scrambler), info },
    await crypto.subtle.importKey('raw', toBytes(secret), 'HKDF', false, ['deriveKey']),
    { name: 'HMAC', hash: 'SHA-256', length: 128 },
    false,
    ['verify'],
  )
}

const info = fromText('Caldera Derived Key')
