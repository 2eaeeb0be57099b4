import { listDevices } from '../pool/devices.ts'
import type { Pool, User } from '../pool/pool.ts'
import { number, type Shape, text } from '../wire/shape.ts'
import { describeDevice } from './describe-device.ts'
import { page } from './page.ts'

export interface DevicePageFields {
  Limit: number | undefined
  PaginationToken: string | undefined
}

export const devicePageFields: {
  [Name in keyof DevicePageFields]: Shape<DevicePageFields[Name]>
} = {
  Limit: number({ min: 0, max: 60 }),
  PaginationToken: text({ min: 1 }),
}

/** The response of ListDevices and AdminListDevices. */
export function pageDevices(
  pool: Pool,
  user: User,
  { Limit, PaginationToken }: DevicePageFields,
): object {
  const { items, next } = page(listDevices(user), Limit || 60, PaginationToken)
  return {
    Devices: items.map((device) => describeDevice(pool, user, device)),
    ...(next && { PaginationToken: next }),
  }
}
