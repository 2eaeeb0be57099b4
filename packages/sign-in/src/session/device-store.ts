import type { DeviceStore, RememberedDevice } from '../protocol/remembered-device.ts'
import { createRecords, type RecordsOptions } from './records.ts'

/** Stores the remembered devices of one app client in this browser. */
export function createDeviceStore(options: RecordsOptions): DeviceStore {
  const { read, write, remove } = createRecords('device', options)
  return {
    find(username) {
      const record = read(username)
      if (record === undefined) return undefined
      const device = readDevice(record)
      if (!device) remove(username)
      return device
    },
    keep: (username, device) => write(device, username),
    forget: remove,
  }
}

/** Returns `undefined` if a part of the record is missing. */
function readDevice(record: unknown): RememberedDevice | undefined {
  const { key, groupKey, secret } = Object(record) as Partial<RememberedDevice>
  const isComplete = [key, groupKey, secret].every(
    (part) => typeof part === 'string' && part !== '',
  )
  return isComplete ? ({ key, groupKey, secret } as RememberedDevice) : undefined
}
