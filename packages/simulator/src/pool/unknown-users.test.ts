import { describe, expect, test } from 'vitest'
import { openChoice } from '../testing/choose.test.support.ts'
import {
  type Answer,
  exception,
  noon,
  openPool,
  password,
} from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'
import { newPool } from './new-pool.ts'
import { createUnknownUsers } from './unknown-users.ts'

const locked = exception('NotAuthorizedException', 'Password attempts exceeded')
const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const wrongCode = exception('CodeMismatchException', 'Invalid code or auth state for the user.')
const PASSWORD = 'Wr0ng-password'
const names = ['ana', 'nobody']

function times(count: number, refused: object): object[] {
  return Array.from({ length: count }, () => refused)
}

async function each<T>(count: number, ask: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  while (answers.length < count) answers.push(await ask())
  return answers
}

async function fail(
  { signIn }: { signIn: (name: string, typed: string) => Promise<Answer> },
  name: string,
) {
  for (let time = 0; time < 5; time += 1) await signIn(name, PASSWORD)
}

describe('six wrong answers get the same errors for an unknown user and a user', () => {
  test.each(names)('by password: %s', async (name) => {
    const { signIn, pool } = openChoice()
    const answers = await each(6, () => signIn(name, PASSWORD))
    expect(answers).toEqual([...times(5, wrong), locked])
    pool.clock.advance(1)
    expect(await each(2, () => signIn(name, PASSWORD))).toEqual([wrong, locked])
    pool.clock.advance(900)
    expect(await each(6, () => signIn(name, PASSWORD))).toEqual([...times(5, wrong), locked])
  })

  test.each(names)('by password in USER_AUTH: %s', async (USERNAME) => {
    const { start } = openChoice()
    const answers = await each(6, () =>
      start({ USERNAME, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD }),
    )
    expect(answers).toEqual([...times(5, wrong), locked])
  })

  test.each(names)('by code: %s', async (USERNAME) => {
    const { start, choose, signIn, pool } = openChoice()
    const asked = await start({ USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    const answer = () => choose(asked, { USERNAME, EMAIL_OTP_CODE: 'wrong' })
    expect(await each(6, answer)).toEqual([...times(5, wrongCode), locked])
    expect(await signIn(USERNAME, PASSWORD)).toEqual(locked)
    pool.clock.advance(1)
    expect(await answer()).toEqual(wrongCode)
  })

  test.each(names)('by SRP proof under the name in the challenge: %s', async (USERNAME) => {
    const { ask, answer, signIn } = openPool({ users: [{ username: 'ana', password }] })
    const client = createSrpClient()
    const answers = await each(6, async () => {
      const AuthParameters = { USERNAME, SRP_A: client.SRP_A }
      const asked = await ask('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters })
      return answer(asked, answerVerifier(client, asked.ChallengeParameters, PASSWORD))
    })
    expect(answers).toEqual([...times(5, wrong), locked])
    expect(await signIn(USERNAME, PASSWORD)).toEqual(locked)
  })

  test('by SRP proof of one user under the name of another, from whichever pool', async () => {
    const { ask, signIn, pool } = openPool({ users: [{ username: 'ana', password }] })
    const client = createSrpClient()
    const { UserPool } = await ask('CreateUserPool', { PoolName: 'other' })
    const { Id: UserPoolId } = UserPool as { Id: string }
    const { UserPoolClient } = await ask('CreateUserPoolClient', {
      UserPoolId,
      ClientName: 'other',
      PreventUserExistenceErrors: 'ENABLED',
    })
    const { ClientId } = UserPoolClient as { ClientId: string }
    for (const [other, clients] of [
      ['ana', pool.config],
      ['ann', { clientId: ClientId }],
    ] as const) {
      const began = await ask('InitiateAuth', {
        ClientId: clients.clientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: other, SRP_A: client.SRP_A },
      })
      const proof = answerVerifier(client, began.ChallengeParameters, PASSWORD)
      const USERNAME = `nobody-${other}`
      const answers = await each(6, () =>
        ask('RespondToAuthChallenge', {
          ChallengeName: 'PASSWORD_VERIFIER',
          ChallengeResponses: { ...proof, USERNAME },
        }),
      )
      expect(answers).toEqual([...times(5, wrong), locked])
      expect(await signIn(USERNAME, PASSWORD)).toEqual(locked)
      expect(await signIn(other, PASSWORD)).toEqual(wrong)
    }
  })

  test('by password that the userMigration trigger refuses', async () => {
    const { signIn } = openPool({
      triggers: {
        userMigration() {
          throw new Error('Who is that?')
        },
      },
    })
    expect(await each(6, () => signIn('nobody', PASSWORD))).toEqual([...times(5, wrong), locked])
  })

  test('by password of a user who was imported without one', async () => {
    const imported = { username: 'ana', status: 'RESET_REQUIRED' as const }
    const { signIn } = openPool({ users: [imported] })
    expect(await each(6, () => signIn('ana', PASSWORD))).toEqual([...times(5, wrong), locked])
  })
})

describe('a locked-out unknown user', () => {
  test('does not lock out another name, nor another case in a case-sensitive pool', async () => {
    const opened = openPool()
    await fail(opened, 'nobody')
    expect(await opened.signIn('Nobody', PASSWORD)).toEqual(wrong)

    const careless = openPool({ caseSensitive: false })
    await fail(careless, 'nobody')
    expect(await careless.signIn('Nobody', PASSWORD)).toEqual(locked)
  })

  test('is no longer locked out after a reset', async () => {
    const opened = openPool()
    await fail(opened, 'nobody')
    opened.pool.reset()
    expect(await opened.signIn('nobody', PASSWORD)).toEqual(wrong)
  })

  test('is remembered until ten thousand other names were tried', () => {
    const unknownUsers = createUnknownUsers()
    const pool = newPool('eu-west-1_Other', 'other', noon)
    const [first, second] = ['first', 'second'].map((name) => unknownUsers.find(pool, name))
    for (let other = 0; other < 9_998; other += 1) unknownUsers.find(pool, `other${other}`)
    expect(unknownUsers.find(pool, 'first')).toBe(first)
    unknownUsers.find(pool, 'one more')
    expect(unknownUsers.find(pool, 'first')).toBe(first)
    expect(unknownUsers.find(pool, 'second')).not.toBe(second)
  })
})
