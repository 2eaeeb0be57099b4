import { findDevice } from '../pool/devices.ts'
import type { Device, Pool, User } from '../pool/pool.ts'
import { decideMfa } from './decide-mfa.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'

/** The device of a DEVICE_KEY. Throws for an unknown one while the client can still retry without it. */
export function readDevice(
  { pool, flow }: { pool: Pool; flow: string },
  user: User | undefined,
  { DEVICE_KEY: key }: Record<string, string>,
): Device | undefined {
  if (!key || !pool.devices || isAdminFlow(flow)) return undefined
  return findDevice(user, key)
}

/** Whether the sign-in remembers devices: not in admin flows, nor in USER_AUTH by a code or a passkey. */
export function usesDevices({ pool, flow, proven }: SignInAttempt): boolean {
  if (!pool.devices || isAdminFlow(flow)) return false
  return flow !== 'USER_AUTH' || proven.has('password')
}

/** Whether the proof of a trusted device replaces the second factor. */
export function skipsMfa(attempt: SignInAttempt): boolean {
  return attempt.pool.devices?.trusted === true && mustProveDevice(attempt)
}

/** Whether DEVICE_SRP_AUTH must come before tokens if no second factor does. */
export function mustProveDevice(attempt: SignInAttempt): boolean {
  return (
    usesDevices(attempt) && attempt.device?.remembered === true && !attempt.proven.has('device')
  )
}

/** Whether tokens may follow the device's proof: the device, user or pool may have changed in the meantime. */
export function isDeviceProofSufficient(attempt: SignInAttempt): boolean {
  if (attempt.flow === 'CUSTOM_AUTH') return true
  const user = requireUser(attempt)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return false
  return skipsMfa(attempt) || 'issue' in decideMfa(attempt.pool, user)
}

function isAdminFlow(flow: string): boolean {
  return flow.startsWith('ADMIN_')
}
