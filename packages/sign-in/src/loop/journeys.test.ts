import type { UserPoolOptions } from '@sallyport/simulator'
import { describe, expect, test } from 'vitest'
import { askedOf } from '../testing/asked.test.support.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { failedWith } from '../testing/sign-in-state.test.support.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

// Complete sign-ins against the simulator, with both transports.

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const invited = { username: 'ana', temporaryPassword: 'Temp0rary!' }

describe.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('%s', (_, transport) => {
  async function begin(pool: UserPoolOptions, { password = ana.password, ...options }: Begin = {}) {
    const simulated = createUserPool(pool)
    const auth = createAuth({ ...simulated.config, fetch: simulated.fetch, transport, ...options })
    const asked = askedOf(auth)
    const { asksPassword } = asked('SIGN_IN')
    await auth.signIn({ username: 'ana', password })

    return {
      auth,
      asksPassword,
      pool: simulated,
      asked,
      code: () => simulated.outbox.at(-1)?.code ?? '',
      totp: () => simulated.totp('ana')?.code ?? '',
    }
  }

  describe('USER_SRP_AUTH', () => {
    const authFlow = 'USER_SRP_AUTH'

    test('the password is not sent', async () => {
      const sent: string[] = []
      const pool = createUserPool({ users: [{ ...ana, password: ' pässwörd 1Ω ' }] })
      const auth = createAuth({
        ...pool.config,
        transport,
        authFlow,
        fetch: (url, init) => {
          sent.push(init?.body as string)
          return pool.fetch(url, init)
        },
      })
      await auth.signIn({ username: 'ana', password: ' pässwörd 1Ω ' })
      expect(auth.getState()).toMatchObject({ status: 'signed-in' })
      expect(sent).toHaveLength(2)
      expect(sent.join()).not.toMatch(/pässwörd|PASSWORD"/)
    })

    test.each(['ana', 'nobody'])(
      'a wrong password of %s is wrong-credentials',
      async (username) => {
        const { auth } = await begin({ users: [ana] }, { authFlow, password: 'wrong' })
        await auth.signIn({ username, password: 'wrong' })
        expect(auth.getState()).toMatchObject(
          failedWith({ code: 'wrong-credentials', details: { step: 'PASSWORD_VERIFIER' } }),
        )
      },
    )

    test('resend makes a new proof and sends another code', async () => {
      const { auth, asked, code, pool } = await begin(
        { users: [{ ...ana, mfa: ['SMS_MFA', 'EMAIL_OTP'] }] },
        { authFlow, resendCooldownSeconds: 0 },
      )
      await asked('SELECT_MFA_TYPE').respond({ choice: 'SMS_MFA' })
      const { round } = asked('SMS_MFA')
      await asked('SMS_MFA').resend?.()
      expect(asked('SMS_MFA')).toMatchObject({ phase: 'asked', round })
      expect(pool.outbox).toHaveLength(2)
      await asked('SMS_MFA').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })

    test('twenty sign-ins in a row succeed', async () => {
      const { auth } = await begin({ users: [ana] }, { authFlow })
      for (let n = 0; n < 20; n++) {
        await auth.signIn({ username: 'ana', password: ana.password })
        expect(auth.getState().challenge?.error?.code).toBeUndefined()
      }
    })
  })

  test('CUSTOM_AUTH with SRP first: the triggers ask after the proof of the password', async () => {
    const triggers: UserPoolOptions['triggers'] = {
      ...twoRiddles,
      defineAuthChallenge(event) {
        const [first, second, third] = event.request.session
        const proved = second?.challengeName === 'PASSWORD_VERIFIER' && second.challengeResult
        event.response = {
          issueTokens: third?.challengeResult === true,
          failAuthentication: first?.challengeName !== 'SRP_A' || (second && !proved) || false,
          challengeName: second ? 'CUSTOM_CHALLENGE' : 'PASSWORD_VERIFIER',
        }
        return event
      },
      createAuthChallenge(event) {
        event.response = {
          publicChallengeParameters: { question: 'Which colour?' },
          privateChallengeParameters: { answer: 'blue' },
        }
        return event
      },
    }
    const { auth, asked, asksPassword } = await begin(
      { users: [ana], triggers },
      { authFlow: 'CUSTOM_AUTH', srpFirst: true },
    )
    expect(asksPassword).toBe(true)
    await asked('CUSTOM_CHALLENGE').respond({ answer: 'blue' })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('without a challenge: signed in at once', async () => {
    const { auth } = await begin({ users: [{ ...ana, groups: ['staff'] }] })
    expect(auth.getState()).toMatchObject({
      status: 'signed-in',
      challenge: null,
      session: { user: { username: 'ana', email: 'ana@example.com', groups: ['staff'] } },
    })
    const tokens = await auth.getState().session?.tokens()
    expect(tokens?.accessToken).toMatch(/^ey.+\..+\..+$/)
    expect(tokens?.expiresAt).toBeGreaterThan(Date.now() + 3_000_000)
  })

  test('a wrong password: the error is shown and the username is kept', async () => {
    const { auth } = await begin({ users: [ana] }, { password: 'wrong' })
    expect(auth.getState()).toMatchObject(
      failedWith(
        {
          code: 'wrong-credentials',
          details: { step: 'PASSWORD_VERIFIER', challengeKept: false },
        },
        { username: 'ana' },
      ),
    )
  })

  test.each(['SMS_MFA', 'EMAIL_OTP'] as const)(
    '%s: a wrong code keeps the challenge, the right one signs in',
    async (name) => {
      const { auth, asked, code } = await begin({ users: [{ ...ana, mfa: [name] }] })
      expect(asked(name).destination).toMatch(/\*\*\*/)
      await asked(name).respond({ code: '000000' })
      expect(asked(name)).toMatchObject({
        phase: 'rejected',
        error: { code: 'code-wrong' },
        tries: 1,
      })
      await asked(name).respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    },
  )

  test('SOFTWARE_TOKEN_MFA: a right code signs in, but not a second time', async () => {
    const user = { ...ana, mfa: ['SOFTWARE_TOKEN_MFA' as const] }
    const { auth, asked, totp } = await begin({ users: [user] })
    await asked('SOFTWARE_TOKEN_MFA').respond({ code: '000000' })
    expect(asked('SOFTWARE_TOKEN_MFA').error?.code).toBe('code-wrong')
    const code = totp()
    await asked('SOFTWARE_TOKEN_MFA').respond({ code })
    expect(auth.getState().status).toBe('signed-in')

    await auth.signIn({ username: 'ana', password: ana.password })
    await asked('SOFTWARE_TOKEN_MFA').respond({ code })
    expect(asked('SOFTWARE_TOKEN_MFA').error?.code).toBe('code-expired')
  })

  test('SELECT_MFA_TYPE: the chosen factor follows', async () => {
    const user = { ...ana, mfa: ['SMS_MFA', 'EMAIL_OTP'] as const }
    const { auth, asked, code } = await begin({ users: [{ ...user, mfa: [...user.mfa] }] })
    expect(asked('SELECT_MFA_TYPE').choices).toEqual(['SMS_MFA', 'EMAIL_OTP'])
    await asked('SELECT_MFA_TYPE').respond({ choice: 'EMAIL_OTP' })
    expect(asked('EMAIL_OTP').round).toBe(2)
    await asked('EMAIL_OTP').respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('MFA_SETUP: the secret of an authenticator stays the same after a wrong code', async () => {
    const { auth, asked, totp } = await begin({
      mfa: 'ON',
      mfaTypes: ['SOFTWARE_TOKEN_MFA'],
      users: [{ username: 'ana', password: ana.password }],
    })
    const { secretCode } = asked('MFA_SETUP')
    expect(secretCode).toMatch(/^[A-Z2-7]{16,}$/)
    await asked('MFA_SETUP').respond({ code: '000000' })
    expect(asked('MFA_SETUP')).toMatchObject({
      phase: 'rejected',
      error: { code: 'code-wrong' },
      secretCode,
    })
    await asked('MFA_SETUP').respond({ code: totp(), deviceName: 'Pixel' })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('MFA_SETUP: the choice of an authenticator brings its secret', async () => {
    const { auth, asked, totp } = await begin({
      mfa: 'ON',
      users: [{ username: 'ana', password: ana.password }],
    })
    expect(asked('MFA_SETUP').choices).toContain('EMAIL_OTP')
    expect(asked('MFA_SETUP').secretCode).toBeUndefined()
    await asked('MFA_SETUP').respond({ choice: 'SOFTWARE_TOKEN_MFA' })
    expect(asked('MFA_SETUP')).toMatchObject({ phase: 'asked', round: 1 })
    await asked('MFA_SETUP').respond({ code: totp() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test.each([
    ['EMAIL_OTP', { email: 'ana@example.com' }],
    ['SMS_MFA', { phoneNumber: '+15555550100' }],
  ] as const)(
    'MFA_SETUP: %s is confirmed by a code, which can be resent',
    async (type, address) => {
      const { auth, asked, code, pool } = await begin(
        {
          mfa: 'ON',
          mfaTypes: [type],
          smsSetup: true,
          users: [{ username: 'ana', password: ana.password }],
        },
        { resendCooldownSeconds: 0 },
      )
      await asked('MFA_SETUP').respond(address)
      await asked(type).resend?.()
      expect(asked(type).resend?.count).toBe(1)
      expect(pool.outbox).toHaveLength(2)
      await asked(type).respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    },
  )

  test('NEW_PASSWORD_REQUIRED: the broken rule is named, and another password is accepted', async () => {
    const { auth, asked, pool } = await begin(
      {
        users: [{ ...invited, attributes: { email: 'ana@example.com' } }],
        requiredAttributes: ['name', 'email', 'birthdate'],
      },
      { password: invited.temporaryPassword },
    )
    expect(asked('NEW_PASSWORD_REQUIRED').requiredAttributes.toSorted()).toEqual([
      'birthdate',
      'name',
    ])
    const attributes = { name: 'Ana Example', birthdate: '1990-12-31' }
    await asked('NEW_PASSWORD_REQUIRED').respond({ newPassword: 'short', attributes })
    expect(asked('NEW_PASSWORD_REQUIRED').error).toMatchObject({
      code: 'password-policy',
      details: { rule: 'length' },
    })
    await asked('NEW_PASSWORD_REQUIRED').respond({ newPassword: 'N3w-Pa55word', attributes })
    expect(auth.getState().session?.user.claims['name']).toBe('Ana Example')

    const again = createAuth({ ...pool.config, fetch: pool.fetch, transport })
    await again.signIn({ username: 'ana', password: 'N3w-Pa55word' })
    expect(again.getState().status).toBe('signed-in')
  })

  test('NEW_PASSWORD_REQUIRED: a resend after it uses the new password', async () => {
    const { auth, asked, code, pool } = await begin(
      { users: [{ ...ana, ...invited, password: undefined, mfa: ['SMS_MFA'] } as never] },
      { password: invited.temporaryPassword, resendCooldownSeconds: 0 },
    )
    await asked('NEW_PASSWORD_REQUIRED').respond({ newPassword: 'N3w-Pa55word' })
    await asked('SMS_MFA').resend?.()
    expect(pool.outbox).toHaveLength(2)
    await asked('SMS_MFA').respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('CUSTOM_CHALLENGE: the same question again is a wrong answer', async () => {
    const { auth, asked } = await begin(
      { users: [ana], triggers: twoRiddles },
      { authFlow: 'CUSTOM_AUTH' },
    )
    expect(asked('CUSTOM_CHALLENGE').parameters).toMatchObject({ question: 'Which colour?' })
    await asked('CUSTOM_CHALLENGE').respond({ answer: 'red' })
    expect(asked('CUSTOM_CHALLENGE')).toMatchObject({
      phase: 'rejected',
      error: { code: 'code-wrong' },
      round: 1,
      tries: 1,
    })
    await asked('CUSTOM_CHALLENGE').respond({ answer: 'blue' })
    expect(asked('CUSTOM_CHALLENGE')).toMatchObject({ phase: 'asked', round: 2, tries: 0 })
    expect(asked('CUSTOM_CHALLENGE').parameters).toMatchObject({ question: 'Which animal?' })
    await asked('CUSTOM_CHALLENGE').respond({ answer: 'owl' })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('CUSTOM_CHALLENGE: the triggers can end the sign-in', async () => {
    const { auth, asked } = await begin(
      { users: [ana], triggers: twoRiddles },
      { authFlow: 'CUSTOM_AUTH' },
    )
    for (const answer of ['a', 'b', 'c']) await asked('CUSTOM_CHALLENGE').respond({ answer })
    expect(auth.getState()).toMatchObject(failedWith({ code: 'wrong-credentials' }))
  })

  test('an unknown ChallengeName can be answered', async () => {
    const renamed = (text: string) => text.replaceAll('"SMS_MFA"', '"FACE_SCAN"')
    const pool = createUserPool({ users: [{ ...ana, mfa: ['SMS_MFA'] }] })
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const body = (init as { body: string }).body.replaceAll('"FACE_SCAN"', '"SMS_MFA"')
      const response = await pool.fetch(url, { ...init, body })
      return new Response(renamed(await response.text()), response)
    }
    const auth = createAuth({ ...pool.config, fetch, transport })
    await auth.signIn({ username: 'ana', password: ana.password })
    const { challenge } = auth.getState()
    if (challenge?.name !== 'UNKNOWN') throw new Error('asked for something else')
    expect(challenge.cognitoName).toBe('FACE_SCAN')
    await challenge.respond({ SMS_MFA_CODE: pool.outbox.at(-1)?.code ?? '' })
    expect(auth.getState().status).toBe('signed-in')
  })
})

type Begin = Partial<AuthOptions> & { password?: string }

const answers = ['blue', 'owl']
const questions = ['Which colour?', 'Which animal?']

const twoRiddles: NonNullable<UserPoolOptions['triggers']> = {
  defineAuthChallenge(event) {
    const right = rightIn(event.request.session)
    const wrong = event.request.session.length - right
    event.response = {
      issueTokens: right === 2,
      failAuthentication: wrong === 3,
      challengeName: 'CUSTOM_CHALLENGE',
    }
    return event
  },
  createAuthChallenge(event) {
    const right = rightIn(event.request.session)
    const triesLeft = String(3 - (event.request.session.length - right))
    event.response = {
      publicChallengeParameters: { question: questions[right] ?? '', triesLeft },
      privateChallengeParameters: { answer: answers[right] ?? '' },
    }
    return event
  },
  verifyAuthChallengeResponse(event) {
    const { challengeAnswer, privateChallengeParameters } = event.request
    event.response.answerCorrect = challengeAnswer === privateChallengeParameters['answer']
    return event
  },
}

function rightIn(session: { challengeResult: boolean }[]): number {
  return session.filter(({ challengeResult }) => challengeResult).length
}
