import { type Bytes, fromText, join } from '../srp/bytes.ts'

/** The part of RFC 8949 that an authenticator needs: integers, bytes, text and maps. */
export function encodeCbor(value: unknown): Bytes {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (value instanceof Uint8Array) return join(head(2, value.length), new Uint8Array(value))
  if (typeof value === 'string') {
    const text = fromText(value)
    return join(head(3, text.length), text)
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)].flat()
    return join(head(5, value.size), ...entries.map(encodeCbor))
  }
  throw new Error(`${String(value)} has no place in an attestation.`)
}

function head(kind: number, size: number): Bytes {
  const first = kind << 5
  if (size < 24) return Uint8Array.of(first | size)
  if (size < 256) return Uint8Array.of(first | 24, size)
  return Uint8Array.of(first | 25, size >> 8, size & 255)
}
