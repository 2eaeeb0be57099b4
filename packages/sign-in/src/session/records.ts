import { AuthError } from '../protocol/auth-error.ts'

/** The methods of `Storage` that the kit uses. `localStorage` has them. They may throw. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface RecordsOptions {
  storage: () => DeviceStorage
  userPoolId: string
  clientId: string
  /** Called with the error `storage` if a record cannot be stored. */
  onNotice: (notice: AuthError) => void
}

/** JSON records of one kind for one app client: a single record, or one per name. */
export interface Records {
  /** Returns the stored value: `undefined` if there is none, `null` if it is not JSON. */
  read: (name?: string) => unknown
  write: (record: object, name?: string) => void
  remove: (name?: string) => void
}

/** Reads and writes the records. A storage that throws does not stop the sign-in. */
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
