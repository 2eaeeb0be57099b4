import { fromBase64url } from '../protocol/base64url.ts'
import { badAnswer, values } from '../protocol/read-values.ts'

const maxLength = 16_384

/**
 * Reads the claims of a JWT without verifying it: for display only, never as a proof of identity.
 * Throws `AuthError('bad-answer')` for anything else than a JWT.
 */
export function readClaims(jwt: string): Readonly<Record<string, unknown>> {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(jwt.slice(0, maxLength + 1)) ?? []
  try {
    if (jwt.length > maxLength || !payload) throw new TypeError('not a JWT')
    const json = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(payload))
    return values(JSON.parse(json))
  } catch {
    throw badAnswer()
  }
}
