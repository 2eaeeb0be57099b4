// Secure Remote Password, Cognito's variant (`docs/cognito.md#srp`). The password never leaves the page.
import { AuthError } from './auth-error.ts'
import { type Group, group as sharedGroup, modulus } from './srp-group.ts'

/** The SRP key pair of one attempt. It signs one proof only. Bad input uses it up as well. */
export interface Srp {
  /** SRP_A: hexadecimal, without padding. */
  readonly publicKey: string
  /**
   * Resolves with PASSWORD_CLAIM_SIGNATURE, base64. Rejects with `AuthError('bad-answer')` for badAnswer
   * parameters.
   */
  prove: (claim: SrpClaim) => Promise<string>
  /** Whether `prove` was called. */
  readonly spent: boolean
}

export interface SrpClaim {
  /** SRP_B: hexadecimal. */
  serverKey: string
  /** SALT: hexadecimal. */
  salt: string
  /** SECRET_BLOCK: base64. */
  secretBlock: string
  /** The pool name (the part of its id after `_`), or the group key of a device. */
  group: string
  /** USER_ID_FOR_SRP, or the key of a device. */
  identity: string
  /** The password, or the secret of a device. */
  secret: string
  /** In the form of `docs/cognito.md#password-verifier-timestamp`. */
  timestamp: string
}

/**
 * Makes a key pair. Rejects with `AuthError('insecure-context')` on a page without WebCrypto, i.e. without https.
 * @param random 32 bytes. Only tests set it, to get a known proof.
 * @param group Only tests set it, to count the multiplications.
 */
export async function createSrp(
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
  { power, powerOfTwo }: Group = sharedGroup,
): Promise<Srp> {
  if (!(globalThis.crypto as Partial<Crypto>).subtle) {
    throw new AuthError('insecure-context', { sent: 'no' })
  }
  const a = toInteger(random)
  const A = await powerOfTwo(a)
  let spent = false

  async function prove(claim: SrpClaim): Promise<string> {
    if (spent || A === 0n) throw badAnswer()
    spent = true
    const B = readHex(claim.serverKey, 768)
    const salt = readHex(claim.salt, 256)
    const block = readBase64(claim.secretBlock)
    if (B % modulus === 0n) throw badAnswer()

    const u = toInteger(await hash(pad(A), pad(B)))
    if (u === 0n) throw badAnswer()
    const { group, identity, timestamp } = claim
    const x = await exponentOf(claim, salt)
    const k = toInteger(await hash(pad(modulus), pad(2n)))
    // B - k * v, kept positive: the modulus replaces the minus sign.
    const base = B + k * (modulus - (await powerOfTwo(x)))
    const S = await power(base, a + u * x)

    const key = await deriveKey(S, u)
    const message = join(utf8(group), utf8(identity), block, utf8(timestamp))
    return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)))
  }

  return {
    publicKey: A.toString(16),
    prove,
    get spent() {
      return spent
    },
  }
}

/** x, the private exponent: a hash of group, identity, secret and salt. */
export async function exponentOf(
  { group, identity, secret }: Pick<SrpClaim, 'group' | 'identity' | 'secret'>,
  salt: bigint,
): Promise<bigint> {
  const inner = await hash(utf8(`${group}${identity}:${secret}`))
  return toInteger(await hash(pad(salt), inner))
}

async function deriveKey(S: bigint, u: bigint): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', pad(S), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: pad(u), info: utf8('Caldera Derived Key') }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 128 }
  return crypto.subtle.deriveKey(how, material, hmac, false, ['sign'])
}

/**
 * Writes an integer as Java does: no leading zero bytes, but one if the top bit is set
 * (`docs/cognito.md#srp`).
 */
export function pad(integer: bigint): Uint8Array<ArrayBuffer> {
  const bytes = (integer.toString(2).length >> 3) + 1
  const hex = integer.toString(16).padStart(2 * bytes, '0')
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

export function toInteger(bytes: Uint8Array): bigint {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return BigInt(`0x${hex || '0'}`)
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

// Refuses a text that is too long before it is parsed.
function readHex(text: string, maxLength: number): bigint {
  if (text.length > maxLength || !/^[0-9a-f]+$/i.test(text)) throw badAnswer()
  return BigInt(`0x${text}`)
}

// Decodes leniently, as Node does: some emulators send no valid base64 (`docs/cognito.md#secret-block`).
function readBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > 10_000) throw badAnswer()
  const digits = text.replace(/[^\w+/]|_/g, '')
  const whole = digits.length % 4 === 1 ? digits.slice(1) : digits
  return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0))
}

async function hash(...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)))
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function badAnswer(): AuthError {
  return new AuthError('bad-answer', { sent: 'yes' })
}
