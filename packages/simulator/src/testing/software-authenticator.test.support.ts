import { randomBase64url, toBase64url } from '../pool/random.ts'
import { type Bytes, fromBase64, fromText, hash, join } from '../srp/bytes.ts'
import { encodeCbor } from './encode-cbor.test.support.ts'

export interface CreationOptions {
  challenge: string
  rp: { id: string }
  user: { id: string }
}

export interface RequestOptions {
  challenge: string
  rpId: string
  allowCredentials: { id: string }[]
}

/** What a test can change in a ceremony. */
export interface Ceremony {
  origin?: string
  rpId?: string
  type?: string
  challenge?: string
  present?: boolean
  verified?: boolean
  /** The attestation format. */
  format?: string
  userHandle?: string | null
  /** A fixed counter, like that of a copied passkey. */
  counter?: number
}

export interface RegistrationJson {
  id: string
  rawId: string
  type: string
  authenticatorAttachment: string
  clientExtensionResults: object
  response: { clientDataJSON: string; attestationObject: string; transports: string[] }
}

export interface AssertionJson {
  id: string
  rawId: string
  type: string
  clientExtensionResults: object
  response: {
    clientDataJSON: string
    authenticatorData: string
    signature: string
    userHandle?: string
  }
}

export interface SoftwareAuthenticator {
  create: (options: CreationOptions, ceremony?: Ceremony) => Promise<RegistrationJson>
  get: (options: RequestOptions, ceremony?: Ceremony) => Promise<AssertionJson>
}

/** A browser and an authenticator in one, which can be told to break the rules. */
export function createAuthenticator(algorithm: Algorithm = 'ES256'): SoftwareAuthenticator {
  const kept = new Map<string, { key: CryptoKey; userId: string; count: number }>()

  return {
    async create({ challenge, rp, user }, ceremony = {}) {
      const { privateKey, publicKey } = await generateKey(algorithm)
      const id = randomBase64url(20)
      kept.set(id, { key: privateKey, userId: user.id, count: ceremony.counter ?? 0 })
      const jwk = await crypto.subtle.exportKey('jwk', publicKey)
      const idBytes = fromBase64url(id)
      const authData = await writeAuthData(
        { rpId: rp.id, ...ceremony },
        join(
          new Uint8Array(16),
          Uint8Array.of(0, idBytes.length),
          idBytes,
          encodeCbor(toCose(algorithm, jwk)),
        ),
      )
      const attestation = new Map<string, unknown>([
        ['fmt', ceremony.format ?? 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return {
        id,
        rawId: id,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: writeClientData('webauthn.create', challenge, ceremony),
          attestationObject: toBase64url(encodeCbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    async get({ challenge, rpId, allowCredentials }, ceremony = {}) {
      const id = allowCredentials.map((each) => each.id).find((each) => kept.has(each))
      const credential = kept.get(id!)
      if (!credential) throw new Error('This authenticator has none of these passkeys.')
      credential.count += 1
      const clientDataJSON = writeClientData('webauthn.get', challenge, ceremony)
      const authData = await writeAuthData({ rpId, counter: credential.count, ...ceremony })
      const signed = join(authData, await hash(fromBase64url(clientDataJSON)))
      const { userHandle = credential.userId } = ceremony
      return {
        id: id!,
        rawId: id!,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: toBase64url(authData),
          signature: toBase64url(await sign(credential.key, signed)),
          ...(userHandle !== null && { userHandle }),
        },
      }
    },
  }
}

type Algorithm = 'ES256' | 'EdDSA' | 'RS256'

function generateKey(algorithm: Algorithm): Promise<CryptoKeyPair> {
  const kinds = {
    ES256: { name: 'ECDSA', namedCurve: 'P-256' },
    EdDSA: { name: 'Ed25519' },
    RS256: {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
  }
  const usages: KeyUsage[] = ['sign', 'verify']
  return crypto.subtle.generateKey(kinds[algorithm], true, usages) as Promise<CryptoKeyPair>
}

/** The public key in COSE, RFC 9053. */
function toCose(algorithm: Algorithm, { x, y, n, e }: JsonWebKey): Map<number, unknown> {
  if (algorithm === 'RS256') {
    return new Map<number, unknown>([
      [1, 3],
      [3, -257],
      [-1, fromBase64url(n!)],
      [-2, fromBase64url(e!)],
    ])
  }
  if (algorithm === 'EdDSA') {
    return new Map<number, unknown>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, fromBase64url(x!)],
    ])
  }
  return new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, fromBase64url(x!)],
    [-3, fromBase64url(y!)],
  ])
}

async function writeAuthData(
  { rpId = '', present = true, verified = true, counter = 0 }: Ceremony,
  attested?: Bytes,
): Promise<Bytes> {
  const flags = (present ? 0x01 : 0) | (verified ? 0x04 : 0) | (attested ? 0x40 : 0)
  const count = new Uint8Array(4)
  new DataView(count.buffer).setUint32(0, counter)
  return join(await hash(fromText(rpId)), Uint8Array.of(flags), count, attested ?? new Uint8Array())
}

function writeClientData(type: string, challenge: string, ceremony: Ceremony): string {
  const said = { type, challenge, origin: 'http://localhost:5173', crossOrigin: false }
  const { type: otherType = type, challenge: other = challenge, origin = said.origin } = ceremony
  return toBase64url(
    fromText(JSON.stringify({ ...said, type: otherType, challenge: other, origin })),
  )
}

async function sign(key: CryptoKey, data: Bytes): Promise<Bytes> {
  const algorithm = { name: key.algorithm.name, hash: 'SHA-256' }
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, key, data))
  return key.algorithm.name === 'ECDSA' ? toDer(signature) : signature
}

/** DER, as authenticators write an ECDSA signature. WebCrypto concatenates the two integers. */
function toDer(signature: Bytes): Bytes {
  const half = signature.length / 2
  const integers = [signature.slice(0, half), signature.slice(half)].map((bytes) => {
    const start = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.slice(start)
    const value = short[0]! >= 0x80 ? join(Uint8Array.of(0), short) : short
    return join(Uint8Array.of(0x02, value.length), value)
  })
  const body = join(...integers)
  return join(Uint8Array.of(0x30, body.length), body)
}

function fromBase64url(text: string): Bytes {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))!
}
