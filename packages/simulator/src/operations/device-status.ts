import { findDevice, rememberDevice } from '../pool/devices.ts'
import type { User } from '../pool/pool.ts'
import { deviceKey, rememberedStatus } from '../wire/fields.ts'
import { required, type Shape } from '../wire/shape.ts'

/** The members that UpdateDeviceStatus and AdminUpdateDeviceStatus share. */
export interface DeviceStatusFields {
  DeviceKey: string
  DeviceRememberedStatus: string | undefined
}

export const deviceStatusFields: {
  [Name in keyof DeviceStatusFields]: Shape<DeviceStatusFields[Name]>
} = {
  DeviceKey: required(deviceKey),
  DeviceRememberedStatus: rememberedStatus,
}

export function setDeviceStatus(
  user: User,
  { DeviceKey, DeviceRememberedStatus: status }: DeviceStatusFields,
  now: number,
): void {
  const device = findDevice(user, DeviceKey)
  if (status) rememberDevice(device, status === 'remembered', now)
}
