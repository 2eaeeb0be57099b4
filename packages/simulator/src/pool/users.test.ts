import { expect, test } from 'vitest'
import { noon } from '../testing/open-pool.test.support.ts'
import { newPool } from './new-pool.ts'
import { addUser, findUser, indexNames, newUser, removeUser } from './users.ts'

function openPool() {
  const pool = newPool('eu-west-1_Example', 'named', noon)
  pool.aliasAttributes = ['email']
  const ana = newUser('ana', 'sub-of-ana', noon)
  Object.assign(ana.attributes, { email: 'ana@example.com', email_verified: 'true' })
  addUser(pool, ana)
  return { pool, ana }
}

test('findUser does not search all users, whatever the name', () => {
  const { pool, ana } = openPool()
  pool.users.values = pool.users.entries = () => {
    throw new Error('Looked at all of them')
  }
  expect(findUser(pool, 'sub-of-ana')).toBe(ana)
  expect(findUser(pool, 'ana@example.com')).toBe(ana)
  expect(findUser(pool, 'nobody')).toBeUndefined()
})

test('a new address finds the user, and the former one does not', () => {
  const { pool, ana } = openPool()
  ana.attributes.email = 'ana@example.org'
  indexNames(pool, ana)
  expect(findUser(pool, 'ana@example.com')).toBeUndefined()
  expect(findUser(pool, 'ana@example.org')).toBe(ana)
})

test('an address finds its new owner after the first one is deleted', () => {
  const { pool, ana } = openPool()
  const bob = newUser('bob', 'sub-of-bob', noon)
  Object.assign(bob.attributes, { email: 'ana@example.com', email_verified: 'true' })
  addUser(pool, bob)
  removeUser(pool, ana)
  expect(findUser(pool, 'ana@example.com')).toBe(bob)
  expect(findUser(pool, 'sub-of-ana')).toBeUndefined()
})
