import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import { badAnswer } from '../protocol/read-values.ts'

/** The device to prove. Only one that was named is asked about: anything else is a `bad-answer`. */
export function remembered({ device }: SignInContext): RememberedDevice {
  if (device) return device
  throw badAnswer()
}
