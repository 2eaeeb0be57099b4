import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import { badAnswer } from '../protocol/read-values.ts'

/**
 * The device to prove. Throws `AuthError('bad-answer')` if there is none: the service then asked by
 * mistake.
 */
export function requireDevice({ device }: SignInContext): RememberedDevice {
  if (device) return device
  throw badAnswer()
}
