import { AuthError } from '../protocol/auth-error.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'

/** Whether this browser may stand in for a second factor. */
export type RememberDevice = 'never' | 'ask' | 'always'

/** What of `Storage` is used: `localStorage` fits. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Whom this browser is remembered for. By what was typed: the service may know the user by another name. */
export interface DeviceStore {
  find: (username: string) => RememberedDevice | undefined
  keep: (username: string, device: RememberedDevice) => void
  forget: (username: string) => void
}

export interface DeviceStoreOptions {
  storage: () => DeviceStorage
  userPoolId: string
  clientId: string
  /** Told `storage` where nothing can be kept. */
  onNotice: (notice: AuthError) => void
}

export function createDeviceStore(options: DeviceStoreOptions): DeviceStore {
  const { storage, userPoolId, clientId, onNotice } = options
  const keyFor = (username: string) => `sallyport.device.${userPoolId}.${clientId}.${username}`

  /** A browser may keep nothing, or throw when it is asked to: a sign-in goes on without. */
  function tried<Value>(work: (storage: DeviceStorage) => Value): Value | undefined {
    try {
      return work(storage())
    } catch {
      return undefined
    }
  }

  function forget(username: string) {
    tried((kept) => kept.removeItem(keyFor(username)))
  }

  return {
    find(username) {
      const text = tried((kept) => kept.getItem(keyFor(username)))
      if (text == null) return undefined
      const device = read(text)
      if (!device) forget(username)
      return device
    },
    keep(username, device) {
      const text = JSON.stringify(device)
      const kept = tried((at) => (at.setItem(keyFor(username), text), true))
      if (!kept) onNotice(new AuthError('storage', { sent: 'yes' }))
    },
    forget,
  }
}

/** A record that is not whole is none. */
function read(text: string): RememberedDevice | undefined {
  try {
    const { key, groupKey, secret } = Object(JSON.parse(text)) as Partial<RememberedDevice>
    const whole = [key, groupKey, secret].every((part) => typeof part === 'string' && part !== '')
    return whole ? ({ key, groupKey, secret } as RememberedDevice) : undefined
  } catch {
    return undefined
  }
}
