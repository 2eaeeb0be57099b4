import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDevice } from '../pool/devices.ts'
import { newPool } from '../pool/new-pool.ts'
import { addUser, newUser } from '../pool/users.ts'
import type { Snapshot } from '../simulator.ts'
import { openDataFile } from './data-file.ts'

test('of several concurrent saves, the last one is kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  const path = join(folder, 'pool.json')
  const file = await openDataFile(path)
  const snapshots = Array.from({ length: 50 }, (_, index): Snapshot => {
    const pools = [newPool(`eu-west-1_Example${index}`, 'kept', 0)]
    return { pools, signingKeys: {} as Snapshot['signingKeys'] }
  })
  const first = file.save(snapshots[0]!)
  await Promise.all([first, ...snapshots.slice(1).map((each) => file.save(each))])
  expect(await readdir(folder)).toEqual(['pool.json'])
  expect(await readFile(path, 'utf8')).toContain('eu-west-1_Example49')
  expect((await openDataFile(path)).loaded).toEqual(snapshots.at(-1))
  await rm(folder, { recursive: true })
})

test('passkeys are kept, and a file of an older version has none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  const path = join(folder, 'pool.json')
  const passkey = {
    id: 'k1Xz',
    publicKey: 'pQEC',
    counter: 1,
    rpId: 'localhost',
    attachment: 'platform',
    transports: ['internal'],
    createdAt: 0,
  }
  const pool = newPool('eu-west-1_Example', 'kept', 0)
  addUser(pool, { ...newUser('ana', '1', 0), passkeys: [passkey], passkeyMfa: true })
  const file = await openDataFile(path)
  await file.save({ pools: [pool], signingKeys: {} as Snapshot['signingKeys'] })
  expect((await openDataFile(path)).loaded!.pools).toEqual([pool])

  const stored = JSON.parse(await readFile(path, 'utf8')) as { pools: { users: object[] }[] }
  stored.pools[0]!.users = [{ username: 'bob', sub: '2' }]
  await writeFile(path, JSON.stringify(stored))
  const { loaded } = await openDataFile(path)
  expect(loaded!.pools[0]!.users.get('bob')).toMatchObject({ passkeys: [], passkeyMfa: false })
  await rm(folder, { recursive: true })
})

test('devices are kept, and a file of an older version has none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  const path = join(folder, 'pool.json')
  const pool = newPool('eu-west-1_Example', 'kept', 0)
  const user = newUser('ana', '1', 0)
  addUser(pool, user)
  const device = addDevice(pool, user, 0)
  Object.assign(device, { name: 'mine', srp: { salt: '7', verifier: '80' }, remembered: true })
  pool.devices = { trusted: true, optIn: false }
  const file = await openDataFile(path)
  await file.save({ pools: [pool], signingKeys: {} as Snapshot['signingKeys'] })
  expect((await openDataFile(path)).loaded!.pools).toEqual([pool])

  const stored = JSON.parse(await readFile(path, 'utf8')) as { pools: object[] }
  const old = { id: pool.id, clients: [], groups: [], signIns: [['token', {}]] }
  stored.pools = [{ ...old, users: [{ username: 'bob', sub: '2' }] }]
  await writeFile(path, JSON.stringify(stored))
  const [loaded] = (await openDataFile(path)).loaded!.pools
  expect(loaded).toMatchObject({ devices: undefined, sessionTracking: { enabled: false } })
  expect(loaded!.users.get('bob')).toMatchObject({ devices: [] })
  expect(loaded!.signIns.get('token')).toEqual({ formerTokens: [], tracked: undefined })
  await rm(folder, { recursive: true })
})
