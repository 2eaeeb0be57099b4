/// <reference types="node" />
import { readFile, rename, writeFile } from 'node:fs/promises'
import { newPool } from '../pool/new-pool.ts'
import type { Pool, SignIn, User } from '../pool/pool.ts'
import { addUser, newUser } from '../pool/users.ts'
import type { Snapshot } from '../simulator.ts'

export interface DataFile {
  /** The content of the file. Undefined if there was no file. */
  loaded: Snapshot | undefined
  save(snapshot: Snapshot): Promise<void>
}

/** Keeps the pools of a simulator in a JSON file. It contains passwords in plain text. */
export async function openDataFile(path: string): Promise<DataFile> {
  let savedText = await readIfThere(path)
  let saving = Promise.resolve()
  let pendingSnapshot: Snapshot | undefined

  async function write(before: Promise<void>) {
    // One write at a time. The caller of an earlier write has already got its error.
    await before.catch(() => {})
    const snapshot = pendingSnapshot!
    pendingSnapshot = undefined
    const text = JSON.stringify({ version, ...toStored(snapshot) }, null, 2)
    if (text === savedText) return
    await replaceFile(path, text)
    savedText = text
  }

  return {
    loaded: savedText === undefined ? undefined : parse(path, savedText),
    save(snapshot) {
      // Calls during a write share the next write.
      if (!pendingSnapshot) saving = write(saving)
      pendingSnapshot = snapshot
      return saving
    },
  }
}

const version = 1

interface Stored {
  pools: (Omit<Pool, 'clients' | 'users' | 'names' | 'groups' | 'signIns'> & {
    clients: [string, unknown][]
    users: unknown[]
    groups: [string, unknown][]
    signIns: [string, unknown][]
  })[]
  signingKeys: Snapshot['signingKeys']
}

function toStored({ pools, signingKeys }: Snapshot): Stored {
  return {
    signingKeys,
    pools: pools.map(({ names: _names, ...pool }) => ({
      ...pool,
      clients: [...pool.clients],
      users: [...pool.users.values()],
      groups: [...pool.groups],
      signIns: [...pool.signIns],
    })),
  }
}

function parse(path: string, text: string): Snapshot {
  try {
    const stored = JSON.parse(text) as Stored & { version: unknown }
    if (stored.version !== version) throw new Error(`its version is not ${version}`)
    return { signingKeys: stored.signingKeys, pools: stored.pools.map(toPool) }
  } catch (cause) {
    throw new Error(`${path} is not a data file of the simulator.`, { cause })
  }
}

function toPool(stored: Stored['pools'][number]): Pool {
  const pool: Pool = {
    // An older file lacks the settings that were added later.
    ...newPool(stored.id, stored.name, stored.createdAt),
    ...stored,
    clients: new Map(stored.clients as [string, never][]),
    users: new Map(),
    names: new Map(),
    groups: new Map(stored.groups as [string, never][]),
    signIns: new Map(
      stored.signIns.map(([token, signIn]): [string, SignIn] => {
        return [token, Object.assign({ formerTokens: [], tracked: undefined }, signIn as SignIn)]
      }),
    ),
  }
  for (const user of stored.users as User[]) {
    addUser(pool, { ...newUser(user.username, user.sub, user.createdAt), ...user })
  }
  return pool
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Replaces the file atomically: a reader gets the old content or the new, never a part. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporaryPath = `${path}.tmp`
  await writeFile(temporaryPath, text, { mode: 0o600 })
  await rename(temporaryPath, path)
}
