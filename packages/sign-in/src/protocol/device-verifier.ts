import type { RememberedDevice } from './remembered-device.ts'
import { exponentOf, pad, toBase64, toInteger } from './srp.ts'
import { group as shared } from './srp-group.ts'

/** What the service keeps of a device's secret: enough to check a proof, too little to give one. */
export interface DeviceVerifier {
  /** Base64, both. */
  Salt: string
  PasswordVerifier: string
}

/** @param random 16 bytes; given only where a test knows the outcome. */
export async function createDeviceVerifier(
  { key: identity, groupKey: group, secret }: RememberedDevice,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): Promise<DeviceVerifier> {
  const salt = toInteger(random)
  const x = await exponentOf({ group, identity, secret }, salt)
  const verifier = await shared.powerOfTwo(x)
  return { Salt: toBase64(pad(salt)), PasswordVerifier: toBase64(pad(verifier)) }
}
