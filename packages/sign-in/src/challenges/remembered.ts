import type { Held } from '../protocol/held.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import { badAnswer } from '../protocol/read-values.ts'

/** The device to prove. Only one that was named is asked about: anything else is a `bad-answer`. */
export function remembered({ device }: Held): RememberedDevice {
  if (device) return device
  throw badAnswer()
}
