import { toBase64 } from '../pool/random.ts'
import { fromBase64, fromText, join } from './bytes.ts'

/** The pool's state of one SRP handshake. Integers are hexadecimal. */
export interface SealedHandshake {
  poolId: string
  clientId: string
  /** The real username, or the typed name of an unknown user. */
  username: string
  admin: boolean
  flow: string
  /** The device whose secret is proven. Absent if it is the user's password. */
  deviceKey?: string
  A: string
  b: string
  scrambler: string
  salt: string
  sealedAt: number
}

/** Encrypts handshakes into SECRET_BLOCKs, which the client sends back. */
export interface SecretBlocks {
  seal(handshake: SealedHandshake): Promise<string>
  /** Undefined if the block was not sealed by this simulator. */
  open(block: string): Promise<SealedHandshake | undefined>
  /** False if the handshake was used before. */
  markUsed(handshake: SealedHandshake): boolean
  clear(): void
}

export function createSecretBlocks(): SecretBlocks {
  const usedHandshakes = new Set<string>()
  let key: Promise<CryptoKey> | undefined
  const aes = 'AES-GCM'

  const findKey = () =>
    (key ??= crypto.subtle.generateKey({ name: aes, length: 256 }, false, ['encrypt', 'decrypt']))

  return {
    async seal(handshake) {
      const iv = crypto.getRandomValues(new Uint8Array(ivLength))
      // Padded to the size of the service's blocks. JSON.parse ignores the spaces.
      const text = fromText(JSON.stringify(handshake).padEnd(1252, ' '))
      const ciphertext = await crypto.subtle.encrypt({ name: aes, iv }, await findKey(), text)
      return toBase64(join(iv, new Uint8Array(ciphertext)))
    },
    async open(block) {
      const bytes = fromBase64(block)
      if (!bytes) return undefined
      try {
        const plaintext = await crypto.subtle.decrypt(
          { name: aes, iv: bytes.slice(0, ivLength) },
          await findKey(),
          bytes.slice(ivLength),
        )
        return JSON.parse(new TextDecoder().decode(plaintext)) as SealedHandshake
      } catch {
        return undefined
      }
    },
    markUsed({ b }) {
      if (usedHandshakes.has(b)) return false
      usedHandshakes.add(b)
      if (usedHandshakes.size > 10_000) usedHandshakes.delete(usedHandshakes.values().next().value!)
      return true
    },
    clear() {
      usedHandshakes.clear()
      key = undefined
    },
  }
}

const ivLength = 12
