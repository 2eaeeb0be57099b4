import { createHash } from 'node:crypto'

/**
 * Seeds of handshakes with a number that is easily padded wrongly. They were found by trying the seeds 1, 2,
 * 3 … until each of the six numbers had each kind a few times.
 */
export const forced = [
  { of: 'A', odd: [2, 17, 32, 60], zero: [54, 73, 338, 725], top: [1, 3, 4] },
  { of: 'B', odd: [10, 82, 104, 105], zero: [329, 351, 353, 467], top: [1, 2, 4] },
  { of: 'S', odd: [39, 48, 50, 53], zero: [401, 528, 708, 870], top: [1, 2, 6] },
  { of: 'u', odd: [14, 18, 46, 56], zero: [129, 174, 350, 502], top: [1, 2] },
  { of: 'salt', odd: [20, 60, 80, 94], zero: [28, 461, 1059, 1330], top: [2, 3] },
  { of: 'verifier', odd: [24, 49, 57, 58], zero: [163, 725, 827, 938], top: [2, 4, 5] },
].flatMap(({ of, odd, zero, top }) => [
  ...odd.map((n) => ({ of, kind: 'an odd number of digits', n, shows: isOdd })),
  ...zero.map((n) => ({ of, kind: 'a leading zero byte', n, shows: hasZeroByte })),
  ...top.map((n) => ({ of, kind: 'its top bit set', n, shows: hasTopBit })),
])

export interface SrpSecrets {
  a: Uint8Array
  b: bigint
  salt: bigint
}

/** Pseudorandom secrets: the same for the same seed. */
export function secretsOf(seed: number | string): SrpSecrets {
  const bytes = (name: string) => createHash('sha256').update(`${name} ${seed}`).digest()
  const salt = bytes('salt').subarray(0, 16)
  return { a: new Uint8Array(bytes('a')), b: toInteger(bytes('b')), salt: toInteger(salt) }
}

function isOdd(integer: bigint): boolean {
  return integer.toString(16).length % 2 === 1
}

function hasZeroByte(integer: bigint, size: number): boolean {
  return integer >> BigInt(8 * (size - 1)) === 0n
}

function hasTopBit(integer: bigint, size: number): boolean {
  return integer >> BigInt(8 * size - 1) === 1n
}

function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}
