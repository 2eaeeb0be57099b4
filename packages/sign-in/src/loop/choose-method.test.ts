import type { UserPoolOptions } from '@sallyport/simulator'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { askedOf } from '../testing/asked.test.support.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { failedWith } from '../testing/sign-in-state.test.support.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

// USER_AUTH against the simulator, with both transports.

const password = ' pässwörd 1Ω '
const ana = {
  username: 'ana',
  password,
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const open: UserPoolOptions = {
  users: [ana],
  firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
}
const onlyPassword: UserPoolOptions = { users: [ana], firstFactors: ['PASSWORD'] }

interface Begin extends Partial<AuthOptions> {
  username?: string
  password?: string
  /** Replaces AvailableChallenges of the pool. */
  offered?: string[]
}

describe.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('%s', (_, transport) => {
  async function begin(pool: UserPoolOptions = open, options: Begin = {}) {
    const { username = 'ana', password: typed, offered, ...overrides } = options
    const simulated = createUserPool(pool)
    const sent: string[] = []
    const auth = createAuth({
      ...simulated.config,
      transport,
      authFlow: 'USER_AUTH',
      async fetch(url, init) {
        sent.push(init?.body as string)
        const response = await simulated.fetch(url, init)
        if (!offered) return response
        const answer = (await response.json()) as Record<string, unknown>
        if ('AvailableChallenges' in answer) answer['AvailableChallenges'] = offered
        return Response.json(answer, response)
      },
      ...overrides,
    })
    const signIn = () => auth.signIn({ username, ...(typed !== undefined && { password: typed }) })
    const asked = askedOf(auth)
    const { asksPassword } = asked('SIGN_IN')
    await signIn()

    return {
      auth,
      asksPassword,
      pool: simulated,
      asked,
      signIn,
      /** The AuthParameters or ChallengeResponses of each request, without USERNAME. */
      sent: () => sent.map((body) => withoutName(JSON.parse(body) as Body)),
      code: () => simulated.outbox.at(-1)?.code ?? '',
    }
  }

  describe('without a preferred method', () => {
    test('the user chooses from the methods that this page can use', async () => {
      const { asksPassword, asked, sent } = await begin()
      expect(asksPassword).toBe(false)
      expect(asked('SELECT_CHALLENGE').choices).toEqual(['PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP'])
      expect(asked('SELECT_CHALLENGE')).not.toHaveProperty('chooseMethod')
      expect(sent()).toEqual([{}])
    })

    test('the password is proved and not sent', async () => {
      const { auth, asked, sent } = await begin()
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      expect(auth.getState()).toMatchObject({
        status: 'signed-in',
        session: { user: { username: 'ana' } },
      })
      expect(sent()).toMatchObject([
        {},
        { ANSWER: 'PASSWORD_SRP', SRP_A: expect.stringMatching(/^[0-9a-f]{512,}$/) },
        { PASSWORD_CLAIM_SIGNATURE: expect.any(String) },
      ])
      expect(JSON.stringify(sent())).not.toContain('pässwörd')
    })

    test.each(['EMAIL_OTP', 'SMS_OTP'] as const)(
      '%s signs in with a code of eight digits',
      async (choice) => {
        const { auth, asked, code } = await begin()
        await asked('SELECT_CHALLENGE').respond({ choice })
        expect(code()).toMatch(/^\d{8}$/)
        await asked(choice).respond({ code: '00000000' })
        expect(asked(choice)).toMatchObject({ phase: 'rejected', tries: 1 })
        expect(asked(choice).error?.code).toBe('code-wrong')
        await asked(choice).respond({ code: code() })
        expect(auth.getState().status).toBe('signed-in')
      },
    )

    test('after a refused choice the user can choose again', async () => {
      const offered = ['PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP']
      const { auth, asked, code } = await begin(
        { ...open, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
        { offered },
      )
      await asked('SELECT_CHALLENGE').respond({ choice: 'SMS_OTP' })
      expect(asked('SELECT_CHALLENGE').error?.code).toBe('invalid-entry')
      await asked('SELECT_CHALLENGE').respond({ choice: 'EMAIL_OTP' })
      await asked('EMAIL_OTP').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })

    test.each([[[]], [['SMOKE_SIGNAL']]])('the offer %j gives no choices', async (none) => {
      const { asked } = await begin(open, { offered: none })
      expect(asked('SELECT_CHALLENGE').choices).toEqual([])
    })
  })

  describe('a single choice', () => {
    test.each([['EMAIL_OTP'], ['EMAIL_OTP', 'EMAIL_OTP', 'SMOKE_SIGNAL']])(
      '%j is made without asking, and there is no way back',
      async (...offered) => {
        const { asked, sent } = await begin(open, { offered })
        expect(asked('EMAIL_OTP')).not.toHaveProperty('chooseMethod')
        expect(sent()).toEqual([{}, { ANSWER: 'EMAIL_OTP' }])
      },
    )

    test('that is the password asks for the password', async () => {
      const { auth, asked } = await begin(onlyPassword)
      expect(asked('SELECT_CHALLENGE').choices).toEqual(['PASSWORD_SRP'])
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('with a preferred method', () => {
    test('PASSWORD_SRP begins its proof in the first request', async () => {
      const { auth, asksPassword, sent } = await begin(open, {
        preferredChallenge: 'PASSWORD_SRP',
        password,
      })
      expect(asksPassword).toBe(true)
      expect(auth.getState().status).toBe('signed-in')
      expect(sent()).toHaveLength(2)
      expect(JSON.stringify(sent())).not.toContain('pässwörd')
    })

    test('PASSWORD is sent in the first request', async () => {
      const { auth, sent } = await begin(open, { preferredChallenge: 'PASSWORD', password })
      expect(auth.getState().status).toBe('signed-in')
      expect(sent()).toEqual([{ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }])
    })

    test.each(['EMAIL_OTP', 'SMS_OTP'] as const)('%s sends a code at once', async (preferred) => {
      const { auth, asked, code, sent } = await begin(open, { preferredChallenge: preferred })
      expect(sent()).toEqual([{ PREFERRED_CHALLENGE: preferred }])
      await asked(preferred).respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })

    test.each(['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const)(
      '%s, which this user does not have, leads to the choice',
      async (preferred) => {
        const { auth, asked, code } = await begin(
          {
            users: [
              ana,
              {
                ...ana,
                username: 'bob',
                attributes:
                  preferred === 'EMAIL_OTP'
                    ? { phone_number: '+15555550101' }
                    : { email: 'bob@example.com' },
              },
            ],
            firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
          },
          { preferredChallenge: preferred, username: 'bob' },
        )
        const choice = preferred === 'EMAIL_OTP' ? 'SMS_OTP' : 'EMAIL_OTP'
        expect(asked('SELECT_CHALLENGE').choices).toEqual(['PASSWORD_SRP', choice])
        await asked('SELECT_CHALLENGE').respond({ choice })
        await asked(choice).respond({ code: code() })
        expect(auth.getState().status).toBe('signed-in')
      },
    )

    test('a user with a temporary password can only choose the password', async () => {
      const { auth, asked } = await begin(
        {
          ...open,
          users: [{ username: 'ana', temporaryPassword: 'Temp0rary!', attributes: ana.attributes }],
        },
        { preferredChallenge: 'EMAIL_OTP' },
      )
      expect(asked('SELECT_CHALLENGE').choices).toEqual(['PASSWORD_SRP'])
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password: 'Temp0rary!' })
      await asked('NEW_PASSWORD_REQUIRED').respond({ newPassword: 'Pa55word!' })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('a wrong password', () => {
    test.each(['ana', 'nobody'])(
      'of %s ends the attempt and keeps the username',
      async (username) => {
        const { auth, asked, signIn } = await begin(open, { username })
        await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password: 'wrong' })
        expect(auth.getState()).toMatchObject(
          failedWith({ code: 'wrong-credentials', details: { challengeKept: false } }),
        )
        await signIn()
        expect(asked('SELECT_CHALLENGE').phase).toBe('asked')
      },
    )

    test.each(['PASSWORD', 'PASSWORD_SRP'] as const)(
      'with %s preferred ends the attempt',
      async (method) => {
        const { auth } = await begin(open, { preferredChallenge: method, password: 'wrong' })
        expect(auth.getState()).toMatchObject(failedWith({ code: 'wrong-credentials' }))
      },
    )
  })

  describe('an unknown user', () => {
    test('gets the same choices, but no message', async () => {
      const { asked, pool } = await begin(open, { username: 'nobody' })
      const { choices } = asked('SELECT_CHALLENGE')
      expect(choices).toEqual((await begin()).asked('SELECT_CHALLENGE').choices)
      await asked('SELECT_CHALLENGE').respond({ choice: 'EMAIL_OTP' })
      expect(asked('EMAIL_OTP').destination).toMatch(/^.\*\*\*@.\*\*\*$/)
      await asked('EMAIL_OTP').respond({ code: '12345678' })
      expect(asked('EMAIL_OTP').error?.code).toBe('code-wrong')
      expect(pool.outbox).toEqual([])
    })
  })

  describe('resend', () => {
    test.each([undefined, 'SMS_OTP'] as const)(
      'sends a code by the same method, preferred: %s',
      async (preferred) => {
        const { auth, asked, pool, code } = await begin(
          { ...open, codes: counting() },
          { ...(preferred && { preferredChallenge: preferred }), resendCooldownSeconds: 0 },
        )
        if (!preferred) await asked('SELECT_CHALLENGE').respond({ choice: 'SMS_OTP' })
        const { round, chooseMethod } = asked('SMS_OTP')
        expect(chooseMethod).toBeDefined()
        const old = code()
        await asked('SMS_OTP').resend?.()
        expect(asked('SMS_OTP')).toMatchObject({ phase: 'asked', round })
        expect(asked('SMS_OTP').chooseMethod).toBeDefined()
        expect(pool.outbox.map(({ medium }) => medium)).toEqual(['SMS', 'SMS'])
        await asked('SMS_OTP').respond({ code: old })
        expect(asked('SMS_OTP').error?.code).toBe('code-wrong')
        await asked('SMS_OTP').respond({ code: code() })
        expect(auth.getState().status).toBe('signed-in')
      },
    )

    test('of a second factor sends the chosen password again', async () => {
      const { auth, asked, pool, code } = await begin(
        { ...onlyPassword, users: [{ ...ana, mfa: ['SMS_MFA'] }] },
        { resendCooldownSeconds: 0 },
      )
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      await asked('SMS_MFA').resend?.()
      expect(pool.outbox).toHaveLength(2)
      await asked('SMS_MFA').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('chooseMethod', () => {
    test('begins again with the username and shows the choice', async () => {
      const { auth, asked, sent } = await begin()
      await asked('SELECT_CHALLENGE').respond({ choice: 'EMAIL_OTP' })
      const { round } = asked('EMAIL_OTP')
      await asked('EMAIL_OTP').chooseMethod?.()
      expect(asked('SELECT_CHALLENGE')).toMatchObject({ phase: 'asked', username: 'ana' })
      expect(asked('SELECT_CHALLENGE').round).toBeGreaterThan(round)
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      expect(auth.getState().status).toBe('signed-in')
      expect(sent()[2]).toEqual({})
    })

    test('leaves the preferred method out from then on', async () => {
      const { auth, asked, sent, code } = await begin(open, {
        preferredChallenge: 'EMAIL_OTP',
        resendCooldownSeconds: 0,
      })
      await asked('EMAIL_OTP').chooseMethod?.()
      await asked('SELECT_CHALLENGE').respond({ choice: 'SMS_OTP' })
      await asked('SMS_OTP').resend?.()
      await asked('SMS_OTP').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
      expect(sent().filter((request) => 'PREFERRED_CHALLENGE' in request)).toHaveLength(1)
    })

    test('is missing if the service offers one method only', async () => {
      const preferredChallenge = 'EMAIL_OTP'
      const { asked } = await begin(open, { preferredChallenge, offered: ['EMAIL_OTP'] })
      expect(asked('EMAIL_OTP')).not.toHaveProperty('chooseMethod')
    })

    test('exists if the service does not list the methods', async () => {
      const { asked } = await begin(open, { preferredChallenge: 'EMAIL_OTP', offered: [] })
      expect(asked('EMAIL_OTP').chooseMethod).toBeDefined()
    })

    test('is missing in a second factor', async () => {
      const { asked } = await begin(
        { ...onlyPassword, users: [{ ...ana, mfa: ['SMS_MFA'] }] },
        { preferredChallenge: 'PASSWORD', password, offered: [] },
      )
      expect(asked('SMS_MFA')).not.toHaveProperty('chooseMethod')
    })

    test('that fails does not change how the next code is sent', async () => {
      const { asked, pool } = await begin(open, {
        preferredChallenge: 'EMAIL_OTP',
        resendCooldownSeconds: 0,
      })
      pool.faults.add({ operation: 'InitiateAuth', call: 1, when: 'before', answer: 'drop' })
      await asked('EMAIL_OTP').chooseMethod?.()
      await asked('EMAIL_OTP').resend?.()
      expect(asked('EMAIL_OTP')).toMatchObject({ phase: 'asked' })
      expect(pool.outbox).toHaveLength(2)
    })

    test('that fails keeps the step', async () => {
      const { auth, asked, pool, code } = await begin()
      await asked('SELECT_CHALLENGE').respond({ choice: 'EMAIL_OTP' })
      pool.faults.add({ operation: 'InitiateAuth', when: 'before', answer: 'drop' })
      await asked('EMAIL_OTP').chooseMethod?.()
      expect(asked('EMAIL_OTP').error?.code).toBe('network')
      await asked('EMAIL_OTP').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('a step that is expired by the clock of the page', () => {
    afterEach(() => {
      vi.useRealTimers()
    })

    test('is answered anyway, and the service decides', async () => {
      vi.useFakeTimers({ toFake: ['Date'] })
      // The pool allows 15 minutes; the app assumes 3.
      const { auth, asked } = await begin({ ...open, authSessionValidity: 15 })
      vi.setSystemTime(Date.now() + 240_000)
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('the password itself', () => {
    const offered = ['PASSWORD']

    test('is not sent if the service accepts nothing else: the sign-in fails', async () => {
      const { auth, sent, signIn } = await begin(open, { offered, password })
      expect(auth.getState()).toMatchObject(
        failedWith({
          code: 'unsupported-challenge',
          recovery: 'contact',
          details: {
            step: 'SELECT_CHALLENGE',
            exception: 'PASSWORD',
            challengeKept: false,
            sent: 'no',
          },
        }),
      )
      await signIn()
      expect(sent()).toEqual([{}, {}])
    })

    test('is not sent if the service offers nothing else later', async () => {
      const methods = ['EMAIL_OTP', 'PASSWORD_SRP']
      const { auth, asked, sent } = await begin(open, { offered: methods })
      await asked('SELECT_CHALLENGE').respond({ choice: 'EMAIL_OTP' })
      methods.splice(0, 2, 'PASSWORD')
      await asked('EMAIL_OTP').chooseMethod?.()
      const { challenge } = auth.getState()
      if (challenge?.name === 'SELECT_CHALLENGE') {
        await challenge.respond({ choice: 'PASSWORD', password })
      }
      expect(auth.getState().challenge?.error?.code).toBe('unsupported-challenge')
      expect(JSON.stringify(sent())).not.toContain('pässwörd')
    })

    test('is not sent if a form of the app answers with it', async () => {
      const { auth, asked, sent } = await begin()
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD', password })
      expect(auth.getState().challenge?.error?.code).toBe('unsupported-challenge')
      expect(sent()).toHaveLength(1)
    })

    test.each(['PASSWORD', 'ADMIN_NO_SRP_AUTH'])(
      'is not sent in answer to %s',
      async (ChallengeName) => {
        const bodies: string[] = []
        const auth = createAuth({
          userPoolId: 'eu-west-1_Ab12Cd34E',
          clientId: '1example',
          transport,
          fetch: async (_url, init) => {
            bodies.push(init?.body as string)
            return Response.json({
              ChallengeName,
              Session: 'a Session of twenty characters and more',
              ChallengeParameters: {},
            })
          },
        })
        await auth.signIn({ username: 'ana', password })
        expect(auth.getState().challenge?.error?.code).toBe('unsupported-challenge')
        expect(bodies).toHaveLength(1)
        expect(bodies.join()).not.toContain('pässwörd')
      },
    )

    test('is sent if the app allows it', async () => {
      const { auth, asked, sent } = await begin(open, { offered, plainPassword: true })
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD', password })
      expect(auth.getState().status).toBe('signed-in')
      expect(sent().at(-1)).toEqual({ ANSWER: 'PASSWORD', PASSWORD: password })
    })

    test('is not asked again if SIGN_IN had it', async () => {
      const { auth } = await begin(open, { offered, plainPassword: true, password })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  describe('a second factor', () => {
    const secured: UserPoolOptions = {
      ...open,
      users: [{ ...ana, mfa: ['SMS_MFA', 'EMAIL_OTP'] }],
    }

    test('allows only the password as the first factor', async () => {
      const { auth, asked, code } = await begin(secured)
      expect(asked('SELECT_CHALLENGE').choices).toEqual(['PASSWORD_SRP'])
      await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD_SRP', password })
      await asked('SELECT_MFA_TYPE').respond({ choice: 'EMAIL_OTP' })
      expect(code()).toMatch(/^\d{6}$/)
      await asked('EMAIL_OTP').respond({ code: code() })
      expect(auth.getState().status).toBe('signed-in')
    })

    test.each(['PASSWORD', 'PASSWORD_SRP'] as const)(
      'follows the preferred method %s',
      async (method) => {
        const { auth, asked, code } = await begin(secured, { preferredChallenge: method, password })
        await asked('SELECT_MFA_TYPE').respond({ choice: 'SMS_MFA' })
        await asked('SMS_MFA').respond({ code: code() })
        expect(auth.getState().status).toBe('signed-in')
      },
    )
  })

  test('after a new password, resend uses the new one', async () => {
    const { auth, asked, code, pool } = await begin(
      {
        users: [
          {
            username: 'ana',
            temporaryPassword: 'Temp0rary!',
            attributes: ana.attributes,
            mfa: ['SMS_MFA'],
          },
        ],
      },
      { plainPassword: true, offered: ['PASSWORD'], resendCooldownSeconds: 0 },
    )
    await asked('SELECT_CHALLENGE').respond({ choice: 'PASSWORD', password: 'Temp0rary!' })
    await asked('NEW_PASSWORD_REQUIRED').respond({ newPassword: 'N3w-Pa55word' })
    await asked('SMS_MFA').resend?.()
    expect(pool.outbox).toHaveLength(2)
    await asked('SMS_MFA').respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })
})

interface Body {
  AuthParameters?: Record<string, string>
  ChallengeResponses?: Record<string, string>
}

function withoutName({ AuthParameters, ChallengeResponses }: Body): Record<string, string> {
  const { USERNAME: _, ...rest } = AuthParameters ?? ChallengeResponses ?? {}
  return rest
}

/** Makes a different code each time. */
function counting(): (digits: number) => string {
  let sent = 0
  return (digits) => String(++sent).padStart(digits, '1')
}
