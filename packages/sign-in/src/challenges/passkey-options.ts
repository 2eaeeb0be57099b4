import type { PasskeyOptions } from '../protocol/passkeys.ts'
import { badAnswer, matching, type Values, values } from '../protocol/read-values.ts'

/** What a passkey is to sign, out of its string: nothing but what is known, in the shape it must have. */
export function readRequestOptions(text = ''): PasskeyOptions {
  // Twenty passkeys of the longest kind fit in twice.
  if (text.length > 65_536) throw badAnswer()
  const { challenge, timeout, rpId, allowCredentials, userVerification } = values(parse(text))
  return {
    challenge: base64url(challenge, 16),
    ...readTimeout(timeout),
    ...(rpId != null && { rpId: domain(rpId) }),
    allowCredentials: descriptors(allowCredentials),
    ...(needs.has(userVerification) && { userVerification }),
  }
}

/** What a new passkey is to be like. Throws `AuthError('bad-answer')`, as above. */
export function readCreationOptions(from: unknown): PasskeyOptions {
  const options = values(from)
  const { challenge, timeout, pubKeyCredParams, excludeCredentials } = options
  const [rp, user] = [values(options['rp']), values(options['user'])]
  return {
    challenge: base64url(challenge, 16),
    ...readTimeout(timeout),
    rp: { ...rp, ...(rp['id'] != null && { id: domain(rp['id']) }) },
    user: { ...user, id: base64url(user['id'], 1) },
    pubKeyCredParams: list(pubKeyCredParams),
    excludeCredentials: descriptors(excludeCredentials),
    authenticatorSelection: { ...values(options['authenticatorSelection'] ?? {}) },
  }
}

const needs = new Set<unknown>(['required', 'preferred', 'discouraged'])

function descriptors(from: unknown): Values[] {
  return list(from ?? []).map(({ type, id, transports }) => {
    if (type !== 'public-key') throw badAnswer()
    const known = Array.isArray(transports) && {
      transports: transports.filter((transport) => typeof transport === 'string'),
    }
    return { type, id: base64url(id, 1), ...known }
  })
}

function list(from: unknown): Values[] {
  if (!Array.isArray(from) || from.length > 64) throw badAnswer()
  return from.map(values)
}

function readTimeout(from: unknown): { timeout?: number } {
  return typeof from === 'number' && from > 0 ? { timeout: from } : {}
}

/** `shortest` in characters. A credential's id has 1,023 bytes at most. */
function base64url(from: unknown, shortest: number): string {
  const text = matching(from, /^[\w-]{1,1400}={0,2}$/).replace(/=+$/, '')
  if (text.length < shortest || text.length % 4 === 1) throw badAnswer()
  return text
}

function domain(from: unknown): string {
  return matching(from, /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badAnswer()
  }
}
