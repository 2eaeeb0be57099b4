import type { PasskeyOptions } from '../protocol/passkeys.ts'
import { badAnswer, matching, type Values, values } from '../protocol/read-values.ts'

/**
 * Reads CREDENTIAL_REQUEST_OPTIONS: only the known members, with checked types. Throws
 * `AuthError('bad-answer')`. See `docs/cognito.md#web-authn`.
 */
export function readRequestOptions(text = ''): PasskeyOptions {
  // Twice the length of 20 passkeys with the longest ids.
  if (text.length > 65_536) throw badAnswer()
  const { challenge, timeout, rpId, allowCredentials, userVerification } = values(parse(text))
  return {
    challenge: base64url(challenge, 16),
    ...readTimeout(timeout),
    ...(rpId != null && { rpId: domain(rpId) }),
    allowCredentials: descriptors(allowCredentials),
    ...(verificationLevels.has(userVerification) && { userVerification }),
  }
}

/**
 * Reads CredentialCreationOptions in the same way. Throws `AuthError('bad-answer')`.
 * See `docs/cognito.md#passkey-registration`.
 */
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

const verificationLevels = new Set<unknown>(['required', 'preferred', 'discouraged'])

function descriptors(from: unknown): Values[] {
  return list(from ?? []).map(({ type, id, transports }) => {
    if (type !== 'public-key') throw badAnswer()
    const transportNames = Array.isArray(transports) && {
      transports: transports.filter((transport) => typeof transport === 'string'),
    }
    return { type, id: base64url(id, 1), ...transportNames }
  })
}

function list(from: unknown): Values[] {
  if (!Array.isArray(from) || from.length > 64) throw badAnswer()
  return from.map(values)
}

function readTimeout(from: unknown): { timeout?: number } {
  return typeof from === 'number' && from > 0 ? { timeout: from } : {}
}

/** `minLength` in characters. The id of a credential has at most 1,023 bytes. */
function base64url(from: unknown, minLength: number): string {
  const text = matching(from, /^[\w-]{1,1400}={0,2}$/).replace(/=+$/, '')
  if (text.length < minLength || text.length % 4 === 1) throw badAnswer()
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
