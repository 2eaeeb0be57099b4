import { AuthError } from '../protocol/auth-error.ts'

/** What of `Storage` is used: `localStorage` fits. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface RecordsOptions {
  storage: () => DeviceStorage
  userPoolId: string
  clientId: string
  /** Told `storage` where nothing can be kept. */
  onNotice: (notice: AuthError) => void
}

/** JSON that one app client keeps in the browser, all of a kind: one record, or one for each name. */
export interface Records {
  /** Whatever is there: nothing where nothing is, and `null` where it is no JSON. */
  read: (name?: string) => unknown
  write: (record: object, name?: string) => void
  remove: (name?: string) => void
}

/** A browser may keep nothing, or throw when it is asked to: a sign-in goes on without. */
export function createRecords(kind: string, options: RecordsOptions): Records {
  const { storage, userPoolId, clientId, onNotice } = options
  const keyFor = (...name: (string | undefined)[]) =>
    ['sallyport', kind, userPoolId, clientId, ...name.filter((part) => part !== undefined)].join(
      '.',
    )

  function tried<Value>(work: (storage: DeviceStorage) => Value): Value | undefined {
    try {
      return work(storage())
    } catch {
      return undefined
    }
  }

  return {
    read(name) {
      const text = tried((kept) => kept.getItem(keyFor(name)))
      return text == null ? undefined : parse(text)
    },
    write(record, name) {
      const text = JSON.stringify(record)
      const kept = tried((at) => (at.setItem(keyFor(name), text), true))
      if (!kept) onNotice(new AuthError('storage', { sent: 'yes' }))
    },
    remove(name) {
      tried((kept) => kept.removeItem(keyFor(name)))
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
