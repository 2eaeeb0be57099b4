import type { RememberedDevice } from './remembered-device.ts'
import { exponentOf, pad, toBase64, toInteger } from './srp.ts'
import { group as sharedGroup } from './srp-group.ts'

/** The SRP verifier of a device. The service checks proofs with it. See `docs/cognito.md#confirm-device`. */
export interface DeviceVerifier {
  /** Base64. */
  Salt: string
  /** Base64. */
  PasswordVerifier: string
}

/** @param random 16 bytes. Only tests set it, to get a known verifier. */
export async function createDeviceVerifier(
  { key: identity, groupKey: group, secret }: RememberedDevice,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): Promise<DeviceVerifier> {
  const salt = toInteger(random)
  const x = await exponentOf({ group, identity, secret }, salt)
  const verifier = await sharedGroup.powerOfTwo(x)
  return { Salt: toBase64(pad(salt)), PasswordVerifier: toBase64(pad(verifier)) }
}
