import type { AuthenticationResult } from '../protocol/wire.ts'
import { readClaims } from './claims.ts'

/** The stored record of a session. */
export interface SessionRecord {
  /** The claim `sub` of the user. */
  userId: string
  /** The username as it was typed. */
  username: string
  accessToken: string
  idToken: string
  refreshToken: string | undefined
  /** The confirmed device that the refresh token belongs to. */
  deviceKey: string | undefined
  /** When the tokens were received: milliseconds since the epoch, by the clock of this device. */
  receivedAt: number
  /** Lifetime of the access token from then on, in milliseconds. */
  lifetimeMs: number
}

const version = 1
// Enough for two tokens of 16 KB and a refresh token.
const maxLength = 65_536

/**
 * Makes a record. `previous` is the refreshed one. Throws `AuthError('bad-answer')` if a token is not a
 * JWT.
 */
export function toRecord(
  { AccessToken, IdToken, RefreshToken, ExpiresIn }: AuthenticationResult,
  { username, refreshToken }: Pick<SessionRecord, 'username'> & Partial<SessionRecord>,
): SessionRecord {
  return {
    ...identityIn(IdToken, AccessToken),
    username,
    accessToken: AccessToken,
    idToken: IdToken,
    // Without rotation the old refresh token stays valid (`docs/cognito.md#rotation`).
    refreshToken: RefreshToken ?? refreshToken,
    receivedAt: Date.now(),
    lifetimeMs: ExpiresIn * 1000,
  }
}

export function writeRecord(record: SessionRecord): string {
  return JSON.stringify({ version, ...record })
}

/**
 * Reads a record. Anything that is not a record of this version is `undefined`. `newer`: a later version of
 * the kit has written it, so it is not changed.
 */
export function readRecord(text: string | null | undefined): SessionRecord | 'newer' | undefined {
  if (!text || text.length > maxLength) return undefined
  try {
    const stored: unknown = JSON.parse(text)
    const from = Object(stored) as Record<string, unknown>
    if (typeof from['version'] === 'number' && from['version'] > version) return 'newer'
    if (from['version'] !== version) return undefined
    return toComplete(from)
  } catch {
    return undefined
  }
}

function toComplete(from: Record<string, unknown>): SessionRecord | undefined {
  const { username, accessToken, idToken, refreshToken, receivedAt, lifetimeMs } = from
  if (!isText(username) || !isText(accessToken) || !isText(idToken)) return undefined
  if (refreshToken !== undefined && !isText(refreshToken)) return undefined
  if (!isTime(receivedAt) || !isTime(lifetimeMs)) return undefined
  const identity = identityIn(idToken, accessToken)
  return { ...identity, username, accessToken, idToken, refreshToken, receivedAt, lifetimeMs }
}

/** The user and the device of the tokens. The access token has the key of the device. */
function identityIn(
  idToken: string,
  accessToken: string,
): Pick<SessionRecord, 'userId' | 'deviceKey'> {
  const { sub } = readClaims(idToken)
  const deviceKey = deviceKeyIn(accessToken)
  return { userId: isText(sub) ? sub : '', deviceKey }
}

/** Returns no claims if the access token is not a readable JWT. */
function deviceKeyIn(accessToken: string): string | undefined {
  try {
    const { device_key: key } = readClaims(accessToken)
    return isText(key) ? key : undefined
  } catch {
    return undefined
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

/**
 * Whether a record of the same user is newer than another. The clock of the service decides, because that of
 * the page may have been changed in between.
 */
export function isNewer(one: SessionRecord, other: SessionRecord): boolean {
  if (one.accessToken === other.accessToken) return false
  const [issuedAt = 0, otherIssuedAt = 0] = [one, other].map(({ idToken }) => {
    return Number(readClaims(idToken)?.['iat']) || 0
  })
  return issuedAt === otherIssuedAt ? one.receivedAt > other.receivedAt : issuedAt > otherIssuedAt
}
