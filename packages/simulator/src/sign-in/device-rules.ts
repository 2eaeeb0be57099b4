import { findDevice } from '../pool/devices.ts'
import type { Device, Pool, User } from '../pool/pool.ts'
import { decideMfa } from './decide-mfa.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'

/** The device behind a DEVICE_KEY; refused before anything is spent, so that it can be left out instead. */
export function readDevice(
  { pool, flow }: { pool: Pool; flow: string },
  user: User | undefined,
  { DEVICE_KEY: key }: Record<string, string>,
): Device | undefined {
  if (!key || !pool.devices || isAdminFlow(flow)) return undefined
  return findDevice(user, key)
}

/** Codes and passkeys know no devices, and neither do passwords that an administrator sends. */
export function usesDevices({ pool, flow, proven }: SignInAttempt): boolean {
  if (!pool.devices || isAdminFlow(flow)) return false
  return flow !== 'USER_AUTH' || proven.has('password')
}

/** Whether the second factor is left out, because the device will prove itself. */
export function skipsMfa(attempt: SignInAttempt): boolean {
  return attempt.pool.devices?.trusted === true && mustProveDevice(attempt)
}

/** Whether the device has to prove itself, where nothing else stands between it and tokens. */
export function mustProveDevice(attempt: SignInAttempt): boolean {
  return (
    usesDevices(attempt) && attempt.device?.remembered === true && !attempt.proven.has('device')
  )
}

/** Whether tokens may follow its proof: the device, the user and the pool may have changed since it was asked for. */
export function isDeviceProofSufficient(attempt: SignInAttempt): boolean {
  if (attempt.flow === 'CUSTOM_AUTH') return true
  const user = requireUser(attempt)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return false
  return skipsMfa(attempt) || 'issue' in decideMfa(attempt.pool, user)
}

function isAdminFlow(flow: string): boolean {
  return flow.startsWith('ADMIN_')
}
