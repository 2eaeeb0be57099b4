import { describe, expect, test } from 'vitest'
import { type Answer, openPool, exception } from '../testing/open-pool.test.support.ts'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import type { Triggers } from '../triggers.ts'

const users = [{ username: 'ana', password: 'Pa55word!' }]

function open(triggers: Triggers = additionTriggers) {
  const opened = openPool({ users, triggers })
  const start = (USERNAME = 'ana', ClientMetadata?: Record<string, string>) =>
    opened.ask('InitiateAuth', {
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME },
      ClientMetadata,
    })
  return { ...opened, start }
}

describe('asked', () => {
  test('shows the public parameters of the trigger and none of the private ones', async () => {
    expect(await open().start()).toEqual({
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session: expect.any(String),
      ChallengeParameters: { question: '2 + 2', USERNAME: 'ana' },
    })
  })

  test('asks an unknown name as well, and lets it nowhere', async () => {
    const { start, answer } = open()
    const asked = await start('nobody')
    expect(asked.ChallengeParameters).toEqual({ question: '2 + 2', USERNAME: 'nobody' })
    expect(await answer(asked, { ANSWER: '4' })).toEqual(
      exception('NotAuthorizedException', 'Incorrect username or password.'),
    )
  })
})

describe('answered', () => {
  test('signs in when the triggers say so', async () => {
    const { start, answer } = open()
    expect(await answer(await start(), { ANSWER: '4' })).toHaveProperty('AuthenticationResult')
  })

  test('a wrong answer is the same challenge under a new Session, the old one dead', async () => {
    const { start, answer } = open()
    const first = await start()
    const second = await answer(first, { ANSWER: '5' })
    expect(second).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' })
    expect(await answer(first, { ANSWER: '4' })).toEqual(
      exception(
        'NotAuthorizedException',
        'Invalid session for the user, session can only be used once.',
      ),
    )
    expect(await answer(second, { ANSWER: '4' })).toHaveProperty('AuthenticationResult')
  })

  test('the third wrong answer is the last, as the triggers have it', async () => {
    const { start, answer } = open()
    let asked: Answer = await start()
    for (const ANSWER of ['1', '2']) asked = await answer(asked, { ANSWER })
    expect(await answer(asked, { ANSWER: '3' })).toEqual(
      exception('NotAuthorizedException', 'Incorrect username or password.'),
    )
  })

  test('the triggers cannot rewrite what has been', async () => {
    const { start, answer } = open({
      ...additionTriggers,
      verifyAuthChallengeResponse: (event) => additionTriggers.verifyAuthChallengeResponse(event),
      createAuthChallenge(event) {
        event.request.session.length = 0
        return additionTriggers.createAuthChallenge(event)
      },
    })
    let asked: Answer = await start()
    for (const ANSWER of ['1', '2', '3']) asked = await answer(asked, { ANSWER })
    expect(asked).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('does not count towards the lock-out', async () => {
    const { start, answer, signIn } = open()
    for (let round = 0; round < 6; round += 1) await answer(await start(), { ANSWER: 'wrong' })
    expect(await signIn('ana')).toHaveProperty('AuthenticationResult')
  })

  test('misses an answer', async () => {
    const { start, answer } = open()
    expect(await answer(await start(), {})).toEqual(
      exception('InvalidParameterException', 'Missing required parameter ANSWER'),
    )
  })

  test('tells the triggers what this call says about itself, not what the first one said', async () => {
    const told: unknown[] = []
    const { start, ask } = open({
      ...additionTriggers,
      defineAuthChallenge(event) {
        told.push(event.request.clientMetadata)
        return additionTriggers.defineAuthChallenge(event)
      },
    })
    const { Session } = await start('ana', { from: 'first' })
    await ask('RespondToAuthChallenge', {
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: 'ana', ANSWER: '4' },
      ClientMetadata: { from: 'second' },
    })
    expect(told).toEqual([undefined, { from: 'second' }])
  })
})

describe('with broken triggers', () => {
  test('says that there are none', async () => {
    expect(await open({}).start()).toEqual(
      exception(
        'InvalidParameterException',
        'Custom auth lambda trigger is not configured for the user pool.',
      ),
    )
  })

  test('says what the trigger threw, and the Session is gone', async () => {
    const { start, answer } = open({
      ...additionTriggers,
      verifyAuthChallengeResponse() {
        throw new Error('No luck')
      },
    })
    const asked = await start()
    expect(await answer(asked, { ANSWER: '4' })).toEqual(
      exception(
        'UserLambdaValidationException',
        'VerifyAuthChallengeResponse failed with error No luck.',
      ),
    )
    expect(await answer(asked, { ANSWER: '4' })).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('does not take silence about an answer for yes or no', async () => {
    const { start, answer } = open({
      ...additionTriggers,
      verifyAuthChallengeResponse: (event) => event,
    })
    expect(await answer(await start(), { ANSWER: '4' })).toMatchObject({
      __type: 'InvalidLambdaResponseException',
    })
  })

  test.each<[string, object]>([
    ['hands back nothing', { defineAuthChallenge: () => undefined }],
    ['has no response', { defineAuthChallenge: () => ({}) }],
    ['decides nothing', { defineAuthChallenge: () => ({ response: {} }) }],
    ['orders a challenge that there is not', { defineAuthChallenge: orderUnknown }],
    ['orders a challenge that is not for it to order', { defineAuthChallenge: orderSetup }],
    ['hands back what is no JSON', { defineAuthChallenge: handBackBigInt }],
    ['makes parameters that are no strings', { createAuthChallenge: makeNumbers }],
  ])('does not recognise a trigger that %s', async (_what, broken) => {
    expect(await open({ ...additionTriggers, ...broken }).start()).toEqual(
      exception('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    )
  })
})

function orderUnknown() {
  return { response: { challengeName: 'RIDDLE_OF_THE_SPHINX' } }
}

function orderSetup() {
  return { response: { challengeName: 'MFA_SETUP' } }
}

function handBackBigInt() {
  return { response: { challengeName: 4n } }
}

function makeNumbers() {
  return { response: { publicChallengeParameters: { question: 4 } } }
}
