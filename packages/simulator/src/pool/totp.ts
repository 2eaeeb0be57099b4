import { Secret, TOTP } from 'otpauth'
import type { Totp } from './pool.ts'

export function newTotp(secret: string = new Secret({ size: 32 }).base32): Totp {
  return { secret, deviceName: undefined, usedSteps: [] }
}

/** Accepts a code of the current time step, the one before or the one after. Each code works once. */
export function consumeTotp(totp: Totp, code: string, now: number): 'right' | 'wrong' | 'spent' {
  // The library throws for digits of other scripts, which take more bytes.
  if (!/^\d{6}$/.test(code)) return 'wrong'

  const delta = toGenerator(totp).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return 'wrong'

  const current = Math.floor(now / periodMs)
  const step = current + delta
  if (totp.usedSteps.includes(step)) return 'spent'
  totp.usedSteps = [...totp.usedSteps.filter((used) => used >= current - 1), step]
  return 'right'
}

/** The current code, and how long it is shown. */
export function showTotp(totp: Totp, now: number): { code: string; secondsLeft: number } {
  const code = toGenerator(totp).generate({ timestamp: now })
  return { code, secondsLeft: Math.ceil((periodMs - (now % periodMs)) / 1000) }
}

const periodMs = 30_000

function toGenerator({ secret }: Totp): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret) })
}
