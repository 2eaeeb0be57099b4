export type Bytes = Uint8Array<ArrayBuffer>

/** The shortest two's complement, as Java's BigInteger writes it: `00` goes before a set top bit. */
export function toBytes(integer: bigint): Bytes {
  const digits = integer.toString(16)
  const hex = digits.length % 2 === 1 ? `0${digits}` : digits < '8' ? digits : `00${digits}`
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

export function toInteger(bytes: Bytes): bigint {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  return BigInt(`0x${hex.join('')}`)
}

export function randomInteger(bytes: number): bigint {
  return toInteger(crypto.getRandomValues(new Uint8Array(bytes)))
}

export function join(...parts: Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export function fromText(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** Undefined if the text is not base64. */
export function fromBase64(text: string): Bytes | undefined {
  try {
    const characters = atob(text)
    const bytes = new Uint8Array(characters.length)
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

export async function hash(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)))
}
