import type { AuthError } from '../protocol/auth-error.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'

export type AfterRefreshFailure =
  /** The error says nothing about the session: the tokens stay. */
  | { kind: 'keep' }
  /** An unknown refusal: tried once more after 30 seconds. */
  | { kind: 'ask-again' }
  | { kind: 'end'; reason: SessionEndReason }

/** What a failed refresh means. @param refusedBefore Whether an unclassified refusal was asked once more. */
export function afterRefreshFailure(
  { code }: Pick<AuthError, 'code'>,
  { refusedBefore }: { refusedBefore: boolean },
): AfterRefreshFailure {
  if (Object.hasOwn(endings, code)) {
    return { kind: 'end', reason: endings[code as keyof typeof endings] }
  }
  if (code !== 'wrong-credentials') return { kind: 'keep' }
  return refusedBefore ? { kind: 'end', reason: 'revoked' } : { kind: 'ask-again' }
}

const endings = {
  expired: 'expired',
  revoked: 'revoked',
  'account-disabled': 'account-disabled',
  'account-gone': 'account-gone',
  'not-confirmed': 'not-confirmed',
  'password-reset-required': 'password-reset-required',
} as const satisfies Partial<Record<AuthError['code'], SessionEndReason>>

export const askAgainMs = 30_000
const firstPauseMs = 1000
const maxPauseMs = 60_000
const windowMs = 600_000
const maxSends = 8

/** How long to wait after this many failures in a row, in milliseconds. @param random From 0 to 1. */
export function backOffMs(failures: number, random: number): number {
  const pause = Math.min(firstPauseMs * 2 ** (failures - 1), maxPauseMs)
  return pause * (0.75 + random / 2)
}

/** When a refresh may be sent again, in milliseconds since the epoch: at most 8 in 10 minutes. */
export function nextSendAt(sends: readonly number[], now: number): number {
  const recent = sends.filter((at) => at > now - windowMs)
  const [oldest = now] = recent.slice(-maxSends)
  return recent.length < maxSends ? now : oldest + windowMs
}
