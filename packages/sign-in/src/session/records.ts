import { AuthError } from '../protocol/auth-error.ts'

/** The part of `Storage` that is used: `localStorage` fits. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface RecordsOptions {
  storage: () => DeviceStorage
  userPoolId: string
  clientId: string
  /** Called with `storage` where nothing can be kept. */
  onNotice: (notice: AuthError) => void
}

/** The JSON records of one kind that one app client keeps in the browser: one record, or one for each name. */
export interface Records {
  /** Whatever is stored: `undefined` where nothing is, and `null` where it is not JSON. */
  read: (name?: string) => unknown
  write: (record: object, name?: string) => void
  remove: (name?: string) => void
}

/** A browser may store nothing, or throw when it is asked to: the sign-in goes on without. */
export function createRecords(kind: string, options: RecordsOptions): Records {
  const { storage, userPoolId, clientId, onNotice } = options
  const keyFor = (...name: (string | undefined)[]) =>
    ['sallyport', kind, userPoolId, clientId, ...name.filter((part) => part !== undefined)].join(
      '.',
    )

  function attempt<Value>(access: (storage: DeviceStorage) => Value): Value | undefined {
    try {
      return access(storage())
    } catch {
      return undefined
    }
  }

  return {
    read(name) {
      const text = attempt((items) => items.getItem(keyFor(name)))
      return text == null ? undefined : parse(text)
    },
    write(record, name) {
      const text = JSON.stringify(record)
      const isStored = attempt((items) => (items.setItem(keyFor(name), text), true))
      if (!isStored) onNotice(new AuthError('storage', { sent: 'yes' }))
    },
    remove(name) {
      attempt((items) => items.removeItem(keyFor(name)))
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
