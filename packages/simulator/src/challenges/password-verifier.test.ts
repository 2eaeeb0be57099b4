import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import { exception, noon, openPool, password } from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'
import type { ChallengeRound, Triggers } from '../triggers.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const ana = { username: 'ana', password }
const client = createSrpClient()

function open(options: UserPoolOptions = {}) {
  const opened = openPool({ users: [ana, { username: 'ben', password }], ...options })
  const start = (USERNAME = 'ana', parameters: object = {}) =>
    opened.ask('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME, SRP_A: client.SRP_A, ...parameters },
    })
  /** Runs a complete SRP sign-in. */
  const prove = async (given: string, username = 'ana') => {
    const asked = await start(username)
    return opened.answer(asked, answerVerifier(client, asked.ChallengeParameters, given))
  }
  return { ...opened, start, prove }
}

describe('answered', () => {
  test('signs in with the right password', async () => {
    const { start, answer } = open()
    const asked = await start()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, { ...proof, SRP_A: client.SRP_A, DEVICE_KEY: 'a_b' })).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: expect.objectContaining({ TokenType: 'Bearer' }),
    })
  })

  test('refuses a wrong password, and then the right one to the same handshake', async () => {
    const { start, answer } = open()
    const asked = await start()
    for (const given of ['Wr0ng-password', password]) {
      const proof = answerVerifier(client, asked.ChallengeParameters, given)
      expect(await answer(asked, proof)).toEqual(wrong)
    }
  })

  test('signs in on the admin side, and with a client secret', async () => {
    const clientSecret = 'a'.repeat(24)
    const { ask, pool } = open({ clientSecret })
    const hash = createHmac('sha256', clientSecret).update(`ana${pool.config.clientId}`)
    const SECRET_HASH = hash.digest('base64')
    const { ChallengeName, ChallengeParameters } = await ask('AdminInitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'ana', SRP_A: client.SRP_A, SECRET_HASH },
    })
    const proof = answerVerifier(client, ChallengeParameters, password)
    const unhashed = { ChallengeName, ChallengeResponses: proof }
    expect(await ask('AdminRespondToAuthChallenge', unhashed)).toMatchObject({
      __type: 'NotAuthorizedException',
      message: expect.stringContaining('SECRET_HASH'),
    })
    const hashed = { ChallengeName, ChallengeResponses: { ...proof, SECRET_HASH } }
    expect(await ask('AdminRespondToAuthChallenge', hashed)).toHaveProperty('AuthenticationResult')
  })

  test('counts wrong proofs towards the lock-out', async () => {
    const { pool, prove, signIn } = open()
    for (let time = 0; time < 5; time += 1) expect(await prove('Wr0ng-password')).toEqual(wrong)
    const locked = exception('NotAuthorizedException', 'Password attempts exceeded')
    expect(await prove(password)).toEqual(locked)
    expect(await signIn('ana')).toEqual(locked)
    pool.clock.advance(1)
    expect(await prove(password)).toHaveProperty('AuthenticationResult')
  })

  test('accepts every name of the user', async () => {
    const opened = open({
      users: [{ username: 'ana@example.com', password }],
      usernameAttributes: ['email'],
    })
    const { Username: sub } = await opened.ask('AdminGetUser', { Username: 'ana@example.com' })
    const asked = await opened.start('ana@example.com')
    expect(asked.ChallengeParameters).toMatchObject({ USERNAME: sub, USER_ID_FOR_SRP: sub })
    expect(await opened.prove(password, 'ana@example.com')).toHaveProperty('AuthenticationResult')
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    const answer = await opened.answer(asked, { ...proof, USERNAME: 'ana@example.com' })
    expect(answer).toHaveProperty('AuthenticationResult')
  })

  test.each(['USERNAME', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
    'requires %s, and accepts the complete answer afterwards',
    async (name) => {
      const { start, answer } = open()
      const asked = await start()
      const proof = answerVerifier(client, asked.ChallengeParameters, password)
      expect(await answer(asked, { ...proof, [name]: '' })).toEqual(
        exception('InvalidParameterException', `Missing required parameter ${name}`),
      )
      expect(await answer(asked, proof)).toHaveProperty('AuthenticationResult')
    },
  )
})

describe('a right proof that is not acceptable', () => {
  test('was already used, even by a concurrent request', async () => {
    const { start, answer } = open()
    const asked = await start()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    const both = await Promise.all([answer(asked, proof), answer(asked, proof)])
    expect(both.filter((each) => each.AuthenticationResult)).toHaveLength(1)
    expect(both).toContainEqual(wrong)
  })

  test('is 30 seconds old', async () => {
    const { pool, start, answer } = open()
    const fresh = await start()
    pool.clock.advance(29)
    const stale = await start()
    const proof = answerVerifier(client, fresh.ChallengeParameters, password)
    expect(await answer(fresh, proof)).toHaveProperty('AuthenticationResult')
    pool.clock.advance(30)
    const late = answerVerifier(client, stale.ChallengeParameters, password, { at: noon + 59_000 })
    expect(await answer(stale, late)).toEqual(wrong)
  })

  test('is from before a reset', async () => {
    const { pool, start, answer } = open()
    const asked = await start()
    pool.reset()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, proof)).toEqual(wrong)
  })

  test('is for a password that has changed since', async () => {
    const { ask, start, answer } = open()
    const asked = await start()
    await ask('AdminSetUserPassword', { Username: 'ana', Password: 'N3w-password' })
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, proof)).toEqual(wrong)
  })

  test('is another user’s', async () => {
    const { start, answer } = open()
    const asked = await start()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, { ...proof, USERNAME: 'ben' })).toEqual(wrong)
    expect(await answer(asked, { ...proof, USERNAME: 'nobody' })).toEqual(wrong)
  })

  test('is another client’s', async () => {
    const { ask, start } = open()
    const { UserPoolClient } = await ask('CreateUserPoolClient', { ClientName: 'other' })
    const asked = await start()
    const ChallengeResponses = answerVerifier(client, asked.ChallengeParameters, password)
    const { ClientId } = UserPoolClient as { ClientId: string }
    const { ChallengeName } = asked
    const answer = { ClientId, ChallengeName, ChallengeResponses }
    expect(await ask('RespondToAuthChallenge', answer)).toEqual(wrong)
  })

  test('is for the other side of the API', async () => {
    const { ask, start } = open()
    const asked = await start()
    const { ChallengeName, ChallengeParameters } = asked
    const ChallengeResponses = answerVerifier(client, ChallengeParameters, password)
    const answer = { ChallengeName, ChallengeResponses }
    expect(await ask('AdminRespondToAuthChallenge', answer)).toEqual(wrong)
  })

  test.each(['AAAA', 'no base64!', 'A'.repeat(1708)])('has a block of %s', async (block) => {
    const { start, answer } = open()
    const asked = await start()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, { ...proof, PASSWORD_CLAIM_SECRET_BLOCK: block })).toEqual(wrong)
    expect(await answer(asked, { ...proof, PASSWORD_CLAIM_SIGNATURE: '§' })).toEqual(wrong)
  })
})

describe('a client whose clock is wrong', () => {
  afterEach(() => vi.useRealTimers())

  async function signInOffBy(off: number) {
    vi.useFakeTimers({ now: noon, toFake: ['Date'] })
    const { start, answer } = open()
    const asked = await start()
    const { ChallengeParameters } = asked
    const at = noon + off
    return answer(asked, answerVerifier(client, ChallengeParameters, password, { at }))
  }

  // The last one is a 12-hour clock in the afternoon.
  test.each([300_000, -300_000, -12 * 3_600_000])('is accepted at %s ms', async (off) => {
    expect(await signInOffBy(off)).toHaveProperty('AuthenticationResult')
  })

  test.each([301_000, -301_000])('is refused at %s ms', async (off) => {
    expect(await signInOffBy(off)).toEqual(wrong)
  })

  test('is accepted at the real time after the simulator’s clock was moved', async () => {
    const { pool, start, answer } = open({ now: Date.now })
    pool.clock.advance(3600)
    const asked = await start()
    const at = Date.now()
    const proof = answerVerifier(client, asked.ChallengeParameters, password, { at })
    expect(await answer(asked, proof)).toHaveProperty('AuthenticationResult')
  })
})

describe('after the right password', () => {
  const cases: [string, Partial<SimulatedUser>, object][] = [
    ['a second factor', { mfa: ['SOFTWARE_TOKEN_MFA'] }, { ChallengeName: 'SOFTWARE_TOKEN_MFA' }],
    [
      'a new password',
      { status: 'FORCE_CHANGE_PASSWORD' },
      { ChallengeName: 'NEW_PASSWORD_REQUIRED' },
    ],
    ['that the user is disabled', { enabled: false }, { message: 'User is disabled.' }],
    ['confirmation', { status: 'UNCONFIRMED' }, { __type: 'UserNotConfirmedException' }],
    ['a reset', { status: 'RESET_REQUIRED' }, { __type: 'PasswordResetRequiredException' }],
  ]

  test.each(cases)('comes %s', async (_what, more, expected) => {
    expect(await open({ users: [{ ...ana, ...more }] }).prove(password)).toMatchObject(expected)
  })

  test('a user without a password is refused with any proof', async () => {
    const imported = { username: 'ana', status: 'RESET_REQUIRED' as const }
    expect(await open({ users: [imported] }).prove('undefined')).toEqual(wrong)
  })
})

describe('in CUSTOM_AUTH', () => {
  function openCustom() {
    const seen: ChallengeRound[][] = []
    const triggers: Triggers = {
      ...additionTriggers,
      defineAuthChallenge(event) {
        const { session } = event.request
        seen.push(session)
        if (session.at(-1)?.challengeName === 'SRP_A') {
          return { ...event, response: { challengeName: 'PASSWORD_VERIFIER' } }
        }
        if (session.at(-1)?.challengeName === 'PASSWORD_VERIFIER') {
          return { ...event, response: { challengeName: 'CUSTOM_CHALLENGE' } }
        }
        return additionTriggers.defineAuthChallenge(event)
      },
    }
    const opened = open({
      users: [ana, { username: 'dis', password, enabled: false }],
      triggers,
    })
    const startCustom = (USERNAME = 'ana') =>
      opened.ask('InitiateAuth', {
        AuthFlow: 'CUSTOM_AUTH',
        AuthParameters: { USERNAME, CHALLENGE_NAME: 'SRP_A', SRP_A: client.SRP_A },
      })
    return { ...opened, startCustom, seen }
  }

  test('the password is proven first, and the triggers see it', async () => {
    const { startCustom, answer, seen } = openCustom()
    const asked = await startCustom()
    expect(asked).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: expect.any(String),
    })
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    const riddled = await answer(asked, proof)
    expect(riddled).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' })
    expect(await answer(riddled, { ANSWER: '4' })).toHaveProperty('AuthenticationResult')
    const first = { challengeName: 'SRP_A', challengeResult: true }
    const second = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
    const third = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true }
    expect(seen).toEqual([[first], [first, second], [first, second, third]])
  })

  test('a wrong password ends the sign-in', async () => {
    const { startCustom, answer } = openCustom()
    const asked = await startCustom()
    const proof = (given: string) => answerVerifier(client, asked.ChallengeParameters, given)
    expect(await answer(asked, proof('Wr0ng-password'))).toEqual(wrong)
    expect(await answer(asked, proof(password))).toEqual(
      exception(
        'NotAuthorizedException',
        'Invalid session for the user, session can only be used once.',
      ),
    )
  })

  test('an unknown user and a disabled one get the same answer', async () => {
    const { startCustom, answer } = openCustom()
    for (const name of ['nobody', 'dis']) {
      const asked = await startCustom(name)
      const proof = answerVerifier(client, asked.ChallengeParameters, 'Wr0ng-password')
      expect(await answer(asked, proof)).toEqual(wrong)
    }
  })

  test('it requires its Session, and does not accept an answer of USER_SRP_AUTH', async () => {
    const { startCustom, start, answer } = openCustom()
    const asked = await startCustom()
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer({ ...asked, Session: undefined as never }, proof)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
    const plain = await start()
    const plainProof = answerVerifier(client, plain.ChallengeParameters, password)
    expect(await answer(asked, plainProof)).toEqual(wrong)
  })

  test('a trigger cannot order it if the client sent no SRP_A', async () => {
    const { ask } = open({
      triggers: {
        ...additionTriggers,
        defineAuthChallenge: (event) => ({
          ...event,
          response: { challengeName: 'PASSWORD_VERIFIER' },
        }),
      },
    })
    const call = { AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'ana' } }
    expect(await ask('InitiateAuth', call)).toMatchObject({
      __type: 'InvalidLambdaResponseException',
    })
  })
})
