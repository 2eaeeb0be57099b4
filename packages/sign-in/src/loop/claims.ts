import { fromBase64url } from '../protocol/base64url.ts'
import { badAnswer, values } from '../protocol/read-values.ts'

const most = 16_384

/**
 * What a JWT says, unverified: claims to show, never proof of who is there.
 * Throws `AuthError('bad-answer')` for anything but three base64url parts around a JSON object.
 */
export function readClaims(jwt: string): Readonly<Record<string, unknown>> {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(jwt.slice(0, most + 1)) ?? []
  try {
    if (jwt.length > most || !payload) throw new TypeError('not a JWT')
    const json = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(payload))
    return values(JSON.parse(json))
  } catch {
    throw badAnswer()
  }
}
