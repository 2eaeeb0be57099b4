import type { AuthenticationResult } from '../protocol/wire.ts'
import { readClaims } from './claims.ts'

/** What is stored of a session: one record, complete or absent. */
export interface SessionRecord {
  /** `sub`. */
  userId: string
  /** As it was typed. */
  username: string
  accessToken: string
  idToken: string
  refreshToken: string | undefined
  /** The confirmed device that the refresh token belongs to. */
  deviceKey: string | undefined
  /** When the tokens came: milliseconds since the epoch, by this device's clock. */
  receivedAt: number
  /** How long the access token lives from then on, in milliseconds. */
  lifetimeMs: number
}

const version = 1
// Two tokens of 16 KB each and a refresh token fit in.
const maxLength = 65_536

/** Throws `AuthError('bad-answer')` where a token is not a JWT. `previous`: what was refreshed. */
export function toRecord(
  { AccessToken, IdToken, RefreshToken, ExpiresIn }: AuthenticationResult,
  { username, refreshToken }: Pick<SessionRecord, 'username'> & Partial<SessionRecord>,
): SessionRecord {
  return {
    ...identityIn(IdToken, AccessToken),
    username,
    accessToken: AccessToken,
    idToken: IdToken,
    // Without rotation the old one goes on.
    refreshToken: RefreshToken ?? refreshToken,
    receivedAt: Date.now(),
    lifetimeMs: ExpiresIn * 1000,
  }
}

export function writeRecord(record: SessionRecord): string {
  return JSON.stringify({ version, ...record })
}

/**
 * What is stored, if it is a record of this version: nothing else is believed. `newer`: a later version of
 * the kit has written it, which is left alone.
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

/** Who the tokens belong to, and which device: the service puts its key into the access token. */
function identityIn(
  idToken: string,
  accessToken: string,
): Pick<SessionRecord, 'userId' | 'deviceKey'> {
  const { sub } = readClaims(idToken)
  const deviceKey = deviceKeyIn(accessToken)
  return { userId: isText(sub) ? sub : '', deviceKey }
}

/** An access token need not be a JWT that we can read. */
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
