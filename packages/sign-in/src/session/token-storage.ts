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
  read: () => Promise<SessionRecord | 'newer' | undefined>
  /** Resolves with whether it is stored now. */
  write: (record: SessionRecord) => Promise<boolean>
  remove: () => Promise<void>
}

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
      return readRecord(await storage()?.getItem(key))
    } catch {
      return undefined
    }
  }

  return {
    key,
    isShared: tokenStorage !== 'memory' && tokenStorage !== 'session',
    isKept: tokenStorage !== 'memory',
    read,
    async write(record) {
      try {
        if ((await read()) === 'newer') return false
        await storage()?.setItem(key, writeRecord(record))
        return true
      } catch {
        return false
      }
    },
    async remove() {
      try {
        if ((await read()) !== 'newer') await storage()?.removeItem(key)
      } catch {
        // The session in this page is over anyway.
      }
    },
  }
}
