import { AuthError } from '../protocol/auth-error.ts'
import type { Held } from '../protocol/held.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'

/** The device to prove. Only one that was named is asked about: anything else is a `bad-answer`. */
export function remembered({ device }: Held): RememberedDevice {
  if (device) return device
  throw new AuthError('bad-answer', { sent: 'yes' })
}
