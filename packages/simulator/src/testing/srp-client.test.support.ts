import { createDiffieHellman, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { noon } from './open-pool.test.support.ts'

// The client's half with OpenSSL's arithmetic. It shares only the prime with the pool's half.
const modulus = createDiffieHellman(
  'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd' +
    'ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed' +
    'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f' +
    '83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b' +
    'e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510' +
    '15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7' +
    'abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c' +
    'bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff',
  'hex',
  2,
)
const N = toInteger(modulus.getPrime())

export interface SrpClient {
  a: bigint
  SRP_A: string
}

export interface Proof {
  group: string
  name: string
  password: string
  salt: string
  B: string
  block: string
  timestamp: string
}

export function createSrpClient(a: bigint = toInteger(randomBytes(128))): SrpClient {
  return { a, SRP_A: power(2n, a).toString(16) }
}

export function signProof(
  { a, SRP_A }: SrpClient,
  { group, name, password, salt, B, block, timestamp }: Proof,
): string {
  const x = toInteger(sha(pad(fromHex(salt)), sha(`${group}${name}:${password}`)))
  const u = toInteger(sha(pad(fromHex(SRP_A)), pad(fromHex(B))))
  const k = toInteger(sha(pad(N), pad(2n)))
  const base = (((fromHex(B) - k * power(2n, x)) % N) + N) % N
  const S = power(base, a + u * x)
  const key = hkdfSync('sha256', pad(S), pad(u), 'Caldera Derived Key', 16)
  return createHmac('sha256', Buffer.from(key))
    .update(group + name)
    .update(Buffer.from(block, 'base64'))
    .update(timestamp)
    .digest('base64')
}

/** The ChallengeResponses to PASSWORD_VERIFIER. */
export function answerVerifier(
  client: SrpClient,
  asked: Record<string, string>,
  password: string,
  { poolId = 'eu-west-1_Simulated', at = noon }: { poolId?: string; at?: number } = {},
): Record<string, string> {
  const { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP, USERNAME } = asked
  const timestamp = writeTimestamp(at)
  const proof = {
    group: poolId.split('_')[1]!,
    name: USER_ID_FOR_SRP!,
    password,
    salt: SALT!,
    B: SRP_B!,
    block: SECRET_BLOCK!,
    timestamp,
  }
  return {
    USERNAME: USERNAME!,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK!,
    PASSWORD_CLAIM_SIGNATURE: signProof(client, proof),
    TIMESTAMP: timestamp,
  }
}

function writeTimestamp(at: number): string {
  const [weekday, day, month, year, time] = new Date(at).toUTCString().split(/,? /)
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}

function power(base: bigint, exponent: bigint): bigint {
  modulus.setPrivateKey(toBuffer(exponent))
  return toInteger(modulus.computeSecret(toBuffer(base)))
}

function pad(integer: bigint): Buffer {
  const buffer = toBuffer(integer)
  return buffer[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), buffer]) : buffer
}

function toBuffer(integer: bigint): Buffer {
  const hex = integer.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
}

function toInteger(buffer: Buffer): bigint {
  return fromHex(buffer.toString('hex'))
}

function fromHex(hex: string): bigint {
  return BigInt(`0x${hex}`)
}

function sha(...parts: (Buffer | string)[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}
