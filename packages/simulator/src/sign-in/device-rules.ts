import { findDevice } from '../pool/devices.ts'
import type { Device, Pool, User } from '../pool/pool.ts'
import { type Attempt, hasProvenPassword, knownUser } from './attempt.ts'
import { decideMfa } from './mfa-decision.ts'

/** The device behind a DEVICE_KEY; refused before anything is spent, so that it can be left out instead. */
export function readDevice(
  { pool, flow }: { pool: Pool; flow: string },
  user: User | undefined,
  { DEVICE_KEY: key }: Record<string, string>,
): Device | undefined {
  if (!key || !pool.devices || isAdministrators(flow)) return undefined
  return findDevice(user, key)
}

/** Codes and passkeys know no devices, and neither do passwords that an administrator sends. */
export function usesDevices({ pool, flow, rounds }: Attempt): boolean {
  if (!pool.devices || isAdministrators(flow)) return false
  return flow !== 'USER_AUTH' || hasProvenPassword({ rounds })
}

/** Whether the second factor is left out, because the device will prove itself. */
export function sparesMfa(attempt: Attempt): boolean {
  return attempt.pool.devices?.trusted === true && provesDevice(attempt)
}

/** Whether the device has to prove itself, where nothing else stands between it and tokens. */
export function provesDevice(attempt: Attempt): boolean {
  return usesDevices(attempt) && attempt.device?.remembered === true && !isProven(attempt)
}

/** Whether tokens may follow its proof: the device, the user and the pool may have changed since it was asked for. */
export function isProofEnough(attempt: Attempt): boolean {
  if (attempt.flow === 'CUSTOM_AUTH') return true
  const user = knownUser(attempt)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return false
  return sparesMfa(attempt) || 'issue' in decideMfa(attempt.pool, user)
}

export function isProven({ rounds }: Attempt): boolean {
  return rounds.some(({ challengeName }) => challengeName === 'DEVICE_PASSWORD_VERIFIER')
}

function isAdministrators(flow: string): boolean {
  return flow.startsWith('ADMIN_')
}
