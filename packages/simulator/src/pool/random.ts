export function randomBase64url(bytes: number): string {
  // getRandomValues is limited to 64 kB, which is more than any token needs.
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return toBase64url(random)
}

export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function randomDigits(length: number): string {
  const random = crypto.getRandomValues(new Uint32Array(length))
  return Array.from(random, (value) => value % 10).join('')
}

export function toBase64(bytes: Uint8Array): string {
  // Not a spread, which takes ten times as long.
  return btoa(Reflect.apply(String.fromCharCode, undefined, bytes))
}

/** Random letters and digits, as in the service's ids. */
export function randomName(length: number, alphabet: string = lettersAndDigits): string {
  const random = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(random, (value) => alphabet[value % alphabet.length]).join('')
}

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
