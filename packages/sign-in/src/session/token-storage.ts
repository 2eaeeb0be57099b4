import { readRecord, type SessionRecord, writeRecord } from './session-record.ts'

/** A storage for tokens. `Storage` fits. The methods may return promises. */
export interface TokenStorage {
  getItem: (key: string) => string | null | Promise<string | null>
  setItem: (key: string, value: string) => void | Promise<void>
  removeItem: (key: string) => void | Promise<void>
}

/** `memory`: until the page is left. `session`: this tab. `local`: all tabs, until the user signs out. */
export type TokenStorageMode = 'memory' | 'session' | 'local'

/** The record of one app client. No method throws or rejects. */
export interface SessionRecords {
  /** Whether other tabs read and write the same record. */
  readonly isShared: boolean
  /** Whether the record is still there after a reload. */
  readonly isKept: boolean
  readonly key: string
  /** `newer`: a newer version of the kit has written it. `failed`: the storage cannot be read now. */
  read: () => Promise<SessionRecord | 'newer' | 'failed' | undefined>
  /** Resolves with whether it is stored now. */
  write: (record: SessionRecord) => Promise<boolean>
  /** Resolves with whether it is gone now. */
  remove: () => Promise<boolean>
}

// A storage that does not answer must not keep the lock of all tabs.
const storageMs = 3000

export interface SessionRecordsOptions {
  tokenStorage: TokenStorageMode | TokenStorage
  userPoolId: string
  clientId: string
}

export function createSessionRecords({
  tokenStorage,
  userPoolId,
  clientId,
}: SessionRecordsOptions): SessionRecords {
  const key = ['sallyport', 'session', userPoolId, clientId].join('.')

  /** A getter, because a browser may throw when its storage is accessed. */
  function storage(): TokenStorage | undefined {
    if (tokenStorage === 'memory') return undefined
    if (tokenStorage === 'session') return globalThis.sessionStorage
    return tokenStorage === 'local' ? globalThis.localStorage : tokenStorage
  }

  async function read() {
    try {
      return readRecord(await inTime(storage()?.getItem(key)))
    } catch {
      return 'failed'
    }
  }

  /** One change at a time: a slow write must not come after the removal that follows it. */
  let changed: Promise<unknown> = Promise.resolve()
  async function change(work: (storage: TokenStorage) => void | Promise<void>): Promise<boolean> {
    const done = changed.then(async () => {
      try {
        const target = storage()
        if (!target) return true
        if ((await read()) === 'newer') return false
        await inTime(work(target))
        return true
      } catch {
        return false
      }
    })
    changed = done
    return done
  }

  return {
    key,
    isShared: tokenStorage !== 'memory' && tokenStorage !== 'session',
    isKept: tokenStorage !== 'memory',
    read,
    write: (record) => change((target) => target.setItem(key, writeRecord(record))),
    remove: () => change((target) => target.removeItem(key)),
  }
}

async function inTime<Value>(value: Value | Promise<Value>): Promise<Value> {
  if (!(value instanceof Promise)) return value
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, storageMs, new Error('The storage does not answer.'))
  })
  return Promise.race([value, timeout]).finally(() => clearTimeout(timer))
}
