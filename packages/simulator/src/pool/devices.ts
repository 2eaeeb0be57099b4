import { ServiceException } from '../wire/service-exception.ts'
import type { Device, Pool, User } from './pool.ts'
import { randomName } from './random.ts'

/** Adds an unconfirmed device: only its keys, which the client may confirm. */
export function addDevice({ id }: Pool, user: User, now: number): Device {
  const device: Device = {
    key: `${id.split('_')[0]}_${crypto.randomUUID()}`,
    groupKey: `-${randomName(8)}`,
    name: undefined,
    srp: undefined,
    remembered: false,
    createdAt: now,
    modifiedAt: now,
    authenticatedAt: now,
  }
  user.devices.push(device)
  // Keeps at most 100 unconfirmed devices, since many clients never confirm any.
  const dropped = user.devices.filter((each) => !isConfirmed(each)).slice(0, -100)
  user.devices = user.devices.filter((each) => !dropped.includes(each))
  return device
}

export function listDevices({ devices }: User): Device[] {
  return devices.filter(isConfirmed)
}

/** Finds a confirmed device. An unknown user, given as undefined, has none. */
export function findDevice(user: User | undefined, key: string): Device {
  const device = user?.devices.find((each) => each.key === key && isConfirmed(each))
  if (!device) throw deviceNotFound()
  return device
}

export function forgetDevice(user: User, key: string): void {
  const device = findDevice(user, key)
  user.devices = user.devices.filter((each) => each !== device)
}

export function rememberDevice(device: Device, remembered: boolean, now: number): void {
  device.remembered = remembered
  device.modifiedAt = now
}

export function deviceNotFound(): ServiceException {
  return new ServiceException('ResourceNotFoundException', 'Device does not exist.')
}

function isConfirmed({ srp }: Device): boolean {
  return srp !== undefined
}
