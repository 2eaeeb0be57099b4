import { type Bytes, fromText, hash, join, toBytes, toInteger } from './bytes.ts'
import { generator, power, prime } from './group.ts'

/** Whose secret is proven. */
export interface Identity {
  /** The user pool's id after its `_`; a device's group key. */
  group: string
  /** The user's name; a device's key. */
  name: string
}

export interface Handshake {
  /** What the client sent as SRP_A. */
  A: bigint
  /** The server's secret. */
  b: bigint
  /** Of A and B, so that B is not computed twice. */
  scrambler: bigint
  verifier: bigint
}

export interface Claim {
  signature: Bytes
  secretBlock: Bytes
  timestamp: string
}

/** What the pool keeps of a password: enough to check a proof of it. */
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

// The hash of the prime and the generator, which never change.
const multiplier = BigInt('0x538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6')

/** The hash of both public values, `u`. */
export async function deriveScrambler(A: bigint, B: bigint): Promise<bigint> {
  return toInteger(await hash(toBytes(A), toBytes(B)))
}

/** Whether the signature could only be made with the password behind the verifier. */
export async function checkClaim(
  { group, name }: Identity,
  handshake: Handshake,
  { signature, secretBlock, timestamp }: Claim,
): Promise<boolean> {
  const key = await deriveKey(handshake)
  const message = join(fromText(group + name), secretBlock, fromText(timestamp))
  // Of all comparisons in here this one must take the same time whatever it finds.
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
