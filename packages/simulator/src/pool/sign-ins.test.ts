import { expect, test } from 'vitest'
import { noon } from '../testing/open-pool.test.support.ts'
import { addDevice } from './devices.ts'
import { newPool } from './new-pool.ts'
import type { SignIn } from './pool.ts'
import { addSignIn } from './sign-ins.ts'
import { newUser } from './users.ts'

const pool = newPool('eu-west-1_Other', 'other', noon)

test('a pool keeps its last ten thousand refresh tokens', () => {
  for (let at = 0; at <= 10_000; at += 1) addSignIn(pool, { refreshToken: `${at}` } as SignIn)
  expect(pool.signIns.size).toBe(10_000)
  expect([pool.signIns.has('0'), pool.signIns.has('1')]).toEqual([false, true])
})

test('a user keeps a hundred unconfirmed devices and all confirmed ones', () => {
  const user = newUser('ana', 'sub', noon)
  const confirmed = addDevice(pool, user, noon)
  confirmed.srp = { salt: '1', verifier: '2' }
  const added = Array.from({ length: 101 }, () => addDevice(pool, user, noon))
  expect(user.devices).toEqual([confirmed, ...added.slice(1)])
})
