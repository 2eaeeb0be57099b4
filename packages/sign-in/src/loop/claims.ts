import { AuthError } from '../protocol/auth-error.ts'

const most = 16_384

/**
 * What a JWT says, unverified: claims to show, never proof of who is there.
 * Throws `AuthError('bad-answer')` for anything but three base64url parts around a JSON object.
 */
export function readClaims(jwt: string): Readonly<Record<string, unknown>> {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(jwt.slice(0, most + 1)) ?? []
  try {
    if (jwt.length > most || !payload) throw new TypeError('not a JWT')
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) {
      throw new TypeError('not an object')
    }
    return Object.assign(Object.create(null), claims)
  } catch {
    throw new AuthError('bad-answer', { sent: 'yes' })
  }
}
