import { createDiffieHellman, createHash, createHmac, hkdfSync } from 'node:crypto'

// An SRP server with the arithmetic of OpenSSL. It shares no code with the kit or the simulator.
const group = createDiffieHellman(
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
const N = toInteger(group.getPrime())

export interface SrpServer {
  verifier: bigint
  B: bigint
  /** The u and S that a client with this public key must compute as well. */
  agree: (A: bigint) => { u: bigint; S: bigint }
  /** The signature of a client that knows the password. */
  sign: (A: bigint, claim: { secretBlock: string; timestamp: string }) => string
}

export interface SrpServerOptions {
  group: string
  identity: string
  secret: string
  salt: bigint
  b: bigint
}

export function createSrpServer(user: SrpServerOptions): SrpServer {
  const inner = sha(`${user.group}${user.identity}:${user.secret}`)
  const verifier = power(2n, toInteger(sha(pad(user.salt), inner)))
  const k = toInteger(sha(pad(N), pad(2n)))
  const B = (k * verifier + power(2n, user.b)) % N

  function agree(A: bigint) {
    const u = toInteger(sha(pad(A), pad(B)))
    return { u, S: power((A * power(verifier, u)) % N, user.b) }
  }

  return {
    verifier,
    B,
    agree,
    sign(A, { secretBlock, timestamp }) {
      const { u, S } = agree(A)
      const key = hkdfSync('sha256', pad(S), pad(u), 'Caldera Derived Key', 16)
      return createHmac('sha256', Buffer.from(key))
        .update(user.group + user.identity)
        .update(Buffer.from(secretBlock, 'base64'))
        .update(timestamp)
        .digest('base64')
    },
  }
}

function power(base: bigint, exponent: bigint): bigint {
  group.setPrivateKey(toBuffer(exponent))
  return toInteger(group.computeSecret(toBuffer(base)))
}

function pad(integer: bigint): Buffer {
  const bytes = toBuffer(integer)
  return bytes.readUInt8() >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
}

function toBuffer(integer: bigint): Buffer {
  const hex = integer.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
}

function toInteger(buffer: Buffer): bigint {
  return BigInt(`0x${buffer.toString('hex')}`)
}

function sha(...parts: (Buffer | string)[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}
