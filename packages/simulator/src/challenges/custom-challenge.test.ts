import { describe, expect, test } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import { type Answer, exception, openPool } from '../testing/open-pool.test.support.ts'
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

  test('asks an unknown user as well, who is always refused', async () => {
    const { start, answer } = open()
    const asked = await start('nobody')
    expect(asked.ChallengeParameters).toEqual({ question: '2 + 2', USERNAME: 'nobody' })
    expect(await answer(asked, { ANSWER: '4' })).toEqual(
      exception('NotAuthorizedException', 'Incorrect username or password.'),
    )
  })
})

describe('answered', () => {
  test('signs in when the triggers order tokens', async () => {
    const { start, answer } = open()
    expect(await answer(await start(), { ANSWER: '4' })).toHaveProperty('AuthenticationResult')
  })

  test('a wrong answer is followed by the same challenge under a new Session', async () => {
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

  test('the third wrong answer is the last one, as the triggers decide', async () => {
    const { start, answer } = open()
    let asked: Answer = await start()
    for (const ANSWER of ['1', '2']) asked = await answer(asked, { ANSWER })
    expect(await answer(asked, { ANSWER: '3' })).toEqual(
      exception('NotAuthorizedException', 'Incorrect username or password.'),
    )
  })

  test('the triggers cannot change past rounds', async () => {
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

  test('is refused without an answer', async () => {
    const { start, answer } = open()
    expect(await answer(await start(), {})).toEqual(
      exception('InvalidParameterException', 'Missing required parameter ANSWER'),
    )
  })

  test('tells the triggers the ClientMetadata of this call, not of the first one', async () => {
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
  test('is refused if there are none', async () => {
    expect(await open({}).start()).toEqual(
      exception(
        'InvalidParameterException',
        'Custom auth lambda trigger is not configured for the user pool.',
      ),
    )
  })

  test('reports what the trigger threw, and uses up the Session', async () => {
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

  test('refuses a verification without answerCorrect', async () => {
    const { start, answer } = open({
      ...additionTriggers,
      verifyAuthChallengeResponse: (event) => event,
    })
    expect(await answer(await start(), { ANSWER: '4' })).toMatchObject({
      __type: 'InvalidLambdaResponseException',
    })
  })

  test.each<[string, object]>([
    ['returns nothing', { defineAuthChallenge: () => undefined }],
    ['has no response', { defineAuthChallenge: () => ({}) }],
    ['decides nothing', { defineAuthChallenge: () => ({ response: {} }) }],
    ['orders an unknown challenge', { defineAuthChallenge: orderUnknown }],
    ['orders a challenge that no trigger can order', { defineAuthChallenge: orderSetup }],
    ['returns a value that JSON cannot express', { defineAuthChallenge: handBackBigInt }],
    ['returns parameters that are not strings', { createAuthChallenge: makeNumbers }],
  ])('refuses a trigger that %s', async (_what, broken) => {
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
