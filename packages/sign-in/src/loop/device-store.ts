import type { RememberedDevice } from '../protocol/remembered-device.ts'
import { createRecords, type RecordsOptions } from './records.ts'

/** Whether this browser may stand in for a second factor. */
export type RememberDevice = 'never' | 'ask' | 'always'

/** Whom this browser is remembered for. By what was typed: the service may know the user by another name. */
export interface DeviceStore {
  find: (username: string) => RememberedDevice | undefined
  keep: (username: string, device: RememberedDevice) => void
  forget: (username: string) => void
}

export function createDeviceStore(options: RecordsOptions): DeviceStore {
  const { read, write, remove } = createRecords('device', options)
  return {
    find(username) {
      const record = read(username)
      if (record === undefined) return undefined
      const device = whole(record)
      if (!device) remove(username)
      return device
    },
    keep: (username, device) => write(device, username),
    forget: remove,
  }
}

/** A record that is not whole is none. */
function whole(record: unknown): RememberedDevice | undefined {
  const { key, groupKey, secret } = Object(record) as Partial<RememberedDevice>
  const isWhole = [key, groupKey, secret].every((part) => typeof part === 'string' && part !== '')
  return isWhole ? ({ key, groupKey, secret } as RememberedDevice) : undefined
}
