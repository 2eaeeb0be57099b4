import { expect, test } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'

const attributes = { phone_number: '+15555550134' }
const users = [{ username: 'ana', password, mfa: ['SMS_MFA' as const], attributes }]
const locked = exception('NotAuthorizedException', 'Password attempts exceeded')

function open() {
  const opened = openPool({ users })
  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) await opened.signIn('ana', 'Wr0ng-password')
  }
  return { ...opened, fail }
}

test('four failures cause no lock-out', async () => {
  const { fail, signIn } = open()
  await fail(4)
  expect(await signIn('ana')).toHaveProperty('Session')
})

test('the fifth failure locks the user out for a second, even with the right password', async () => {
  const { pool, fail, signIn } = open()
  await fail(5)
  expect(await signIn('ana')).toEqual(locked)
  pool.clock.advance(1)
  expect(await signIn('ana')).toHaveProperty('Session')
})

test('each further failure doubles the lock-out, up to 15 minutes', async () => {
  const { pool, fail, signIn } = open()
  await fail(5)
  for (let failures = 5; failures <= 16; failures += 1) {
    const wait = Math.min(2 ** (failures - 5), 900)
    pool.clock.advance(wait - 1)
    expect([failures, await signIn('ana')]).toEqual([failures, locked])
    pool.clock.advance(1)
    await fail(1)
  }
})

test('tries during a lock-out are not counted', async () => {
  const { pool, fail, signIn } = open()
  await fail(5 + 20)
  pool.clock.advance(1)
  expect(await signIn('ana')).toHaveProperty('Session')
})

test('wrong codes count like wrong passwords, and the Session outlives the lock-out', async () => {
  const { pool, signIn, answer } = open()
  const asked = await signIn('ana')
  const right = { SMS_MFA_CODE: pool.outbox.at(-1)!.code }
  for (let time = 0; time < 5; time += 1) {
    expect(await answer(asked, { SMS_MFA_CODE: '1' })).toMatchObject({
      __type: 'CodeMismatchException',
    })
  }
  expect(await answer(asked, right)).toEqual(locked)
  pool.clock.advance(1)
  expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
})

test('a finished sign-in resets the count, a right password alone does not', async () => {
  const { pool, fail, signIn, answer } = open()
  await fail(4)
  const asked = await signIn('ana')
  await answer(asked, { SMS_MFA_CODE: pool.outbox.at(-1)!.code })
  await fail(4)
  expect(await signIn('ana')).toHaveProperty('Session')
  await fail(1)
  expect(await signIn('ana')).toEqual(locked)
})

test('15 minutes without a try reset the count as well', async () => {
  const { pool, fail, signIn } = open()
  await fail(4)
  pool.clock.advance(900)
  await fail(4)
  expect(await signIn('ana')).toHaveProperty('Session')
})

test('a sign-in without a password works during a lock-out and does not end it', async () => {
  const { signIn, ask, pool } = openPool({ users, triggers: additionTriggers })
  for (let time = 0; time < 5; time += 1) await signIn('ana', 'Wr0ng-password')
  const asked = await ask('InitiateAuth', {
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: 'ana' },
  })
  const answered = await ask('RespondToAuthChallenge', {
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: asked.Session,
    ChallengeResponses: { USERNAME: 'ana', ANSWER: '4' },
  })
  expect(answered).toHaveProperty('AuthenticationResult')
  expect(await signIn('ana')).toEqual(locked)
  pool.clock.advance(1)
  expect(await signIn('ana')).toHaveProperty('Session')
})
