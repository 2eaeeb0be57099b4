import { Amplify } from 'aws-amplify'
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  getCurrentUser,
  rememberDevice,
  signIn,
  type SignInInput,
  signOut,
} from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { ConsoleLogger } from 'aws-amplify/utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserPoolOptions } from '../user-pool-options.ts'
import {
  ana,
  newPassword,
  password,
  type ServedUsers,
  serveUsers,
} from './serve-users.test.support.ts'

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
let served: ServedUsers
// Amplify warns about a custom endpoint, which these tests need.
ConsoleLogger.LOG_LEVEL = 'ERROR'

async function start(options: UserPoolOptions = {}) {
  served = await serveUsers(options)
  const { userPoolId, clientId } = served.pool.config
  const client = { userPoolId, userPoolClientId: clientId, userPoolEndpoint: served.server.url }
  Amplify.configure({ Auth: { Cognito: client } })
  cognitoUserPoolsTokenProvider.setKeyValueStorage(createStorage())
}

beforeEach(() => start())

afterEach(async () => {
  await signOut()
  await served.server.close()
})

const enter = (username: string, options: SignInInput['options'] = {}) =>
  signIn({ username, password, options })
const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })
const asked = () => served.pool.requests.map(({ operation }) => operation)

test('signs in by SRP', async () => {
  expect(await enter('ana')).toEqual(done)
  expect(await getCurrentUser()).toMatchObject({ username: 'ana' })
  expect(asked().slice(0, 2)).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
})

test('is refused with a wrong password', async () => {
  await expect(signIn({ username: 'ana', password: 'wrong' })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('SMS_MFA', async () => {
  expect(await enter('sms')).toMatchObject({
    nextStep: {
      signInStep: 'CONFIRM_SIGN_IN_WITH_SMS_CODE',
      codeDeliveryDetails: { destination: '+*******0100' },
    },
  })
  await expect(answer('000000x')).rejects.toMatchObject({ name: 'CodeMismatchException' })
  expect(await answer(served.code('sms'))).toEqual(done)
})

test('SOFTWARE_TOKEN_MFA', async () => {
  expect(await enter('totp')).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
  expect(await answer(served.totp('totp'))).toEqual(done)
})

test('SELECT_MFA_TYPE', async () => {
  expect(await enter('both')).toMatchObject({
    nextStep: {
      signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
      allowedMFATypes: ['SMS', 'TOTP'],
    },
  })
  expect(await answer('TOTP')).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
  expect(await answer(served.totp('both'))).toEqual(done)
})

test('NEW_PASSWORD_REQUIRED', async () => {
  await served.server.close()
  await start({ requiredAttributes: ['name'] })
  expect(await enter('new')).toMatchObject({
    nextStep: {
      signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
      missingAttributes: ['name'],
    },
  })
  const userAttributes = { name: 'Ana' }
  const given = { challengeResponse: newPassword, options: { userAttributes } }
  expect(await confirmSignIn(given)).toEqual(done)
  await signOut()
  expect(await signIn({ username: 'new', password: newPassword })).toEqual(done)
})

test('MFA_SETUP with an app', async () => {
  await served.server.close()
  await start({ mfa: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA'], users: [ana] })
  const { nextStep } = await enter('ana')
  expect(nextStep).toMatchObject({
    signInStep: 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP',
    totpSetupDetails: { sharedSecret: expect.stringMatching(/^[A-Z2-7]{32,}$/) },
  })
  expect(await answer(served.totp('ana'))).toEqual(done)
})

describe('CUSTOM_AUTH', () => {
  test.each([
    ['alone', 'CUSTOM_WITHOUT_SRP'],
    ['after SRP', 'CUSTOM_WITH_SRP'],
  ] as const)('%s', async (_how, authFlowType) => {
    const proof = authFlowType === 'CUSTOM_WITH_SRP' ? { password } : {}
    const asks = await signIn({ username: 'ana', ...proof, options: { authFlowType } })
    expect(asks).toMatchObject({
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
        additionalInfo: { question: '2 + 2' },
      },
    })
    expect(await answer('4')).toEqual(done)
  })
})

describe('USER_AUTH', () => {
  test('with a preferred challenge', async () => {
    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' } as const
    expect(await enter('ana', options)).toEqual(done)
  })

  test('with a choice', async () => {
    const asks = await signIn({ username: 'ana', options: { authFlowType: 'USER_AUTH' } })
    expect(asks.nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: expect.arrayContaining(['PASSWORD_SRP', 'PASSWORD']),
    })
    expect(await answer('PASSWORD_SRP')).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' },
    })
    expect(await answer(password)).toEqual(done)
  })
})

describe('signed in', () => {
  const grace = (retryGracePeriodSeconds: number) => ({
    refreshTokenRotation: { retryGracePeriodSeconds },
  })

  test.each<[string, UserPoolOptions]>([
    ['without rotation', {}],
    ['with rotation', grace(0)],
    ['with rotation and a grace period', grace(60)],
  ])('refreshes its tokens again and again, %s', async (_how, options) => {
    await served.server.close()
    await start(options)
    await enter('ana')
    const seen = new Set([(await fetchAuthSession()).tokens?.accessToken.payload['jti']])
    for (let round = 1; round <= 3; round++) {
      const { tokens } = await fetchAuthSession({ forceRefresh: true })
      seen.add(tokens?.accessToken.payload['jti'])
      expect(tokens?.idToken?.payload['cognito:username']).toBe('ana')
    }
    expect(seen.size).toBe(4)
    expect(asked().slice(2)).toEqual(Array.from({ length: 3 }, () => 'GetTokensFromRefreshToken'))
  })

  test('is signed out by a refresh token that was used already', async () => {
    await served.server.close()
    await start(grace(0))
    const storage = createStorage()
    cognitoUserPoolsTokenProvider.setKeyValueStorage(storage)
    await enter('ana')
    const key = [...storage.items.keys()].find((name) => name.endsWith('.refreshToken'))!
    const used = storage.items.get(key)!
    await fetchAuthSession({ forceRefresh: true })
    expect(storage.items.get(key)).not.toBe(used)
    storage.items.set(key, used)
    await expect(fetchAuthSession({ forceRefresh: true })).rejects.toMatchObject({
      name: 'RefreshTokenReuseException',
    })
    await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
  })

  test('signs out for good', async () => {
    await enter('ana')
    await signOut()
    expect(asked()).toContain('RevokeToken')
    expect((await fetchAuthSession()).tokens).toBeUndefined()
  })

  test('signs out everywhere', async () => {
    await enter('ana')
    await signOut({ global: true })
    expect(asked()).toContain('GlobalSignOut')
  })
})

test('a remembered device takes the place of the second factor', async () => {
  await served.server.close()
  await start({ devices: { trusted: true, optIn: true } })
  await enter('totp')
  expect(await answer(served.totp('totp'))).toEqual(done)
  await rememberDevice()
  expect(await fetchDevices()).toHaveLength(1)
  await signOut()

  expect(await enter('totp')).toEqual(done)
  await fetchAuthSession({ forceRefresh: true })
  await forgetDevice()
  await signOut()
  expect(await enter('totp')).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
})

/** A Storage in memory, like the browser's. */
function createStorage() {
  const items = new Map<string, string>()
  return {
    items,
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  }
}
