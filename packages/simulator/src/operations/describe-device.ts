import type { Device, Pool, User } from '../pool/pool.ts'

export function describeDevice(pool: Pool, user: User, device: Device): object {
  const { key, name, remembered } = device
  const owner = `arn:aws:cognito-idp:${pool.id.split('_')[0]}:000000000000:owner/${user.username}`
  const attributes = {
    device_status: 'valid',
    ...(name !== undefined && { device_name: name }),
    'dev:device_arn': `${owner}/device/${key}`,
    'dev:device_remembered_status': remembered ? 'remembered' : 'not_remembered',
    last_ip_used: '127.0.0.1',
  }
  return {
    DeviceKey: key,
    DeviceAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    DeviceCreateDate: device.createdAt / 1000,
    DeviceLastModifiedDate: device.modifiedAt / 1000,
    DeviceLastAuthenticatedDate: device.authenticatedAt / 1000,
  }
}
