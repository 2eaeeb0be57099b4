import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserPoolOptions } from '../user-pool-options.ts'
import {
  ana,
  newPassword,
  password,
  type ServedUsers,
  serveUsers,
} from './serve-users.test.support.ts'

/** What the client asks its app for, or that the sign-in is complete. */
type Asked =
  | { done: CognitoUserSession }
  | { asks: string; with?: Record<string, unknown> | undefined }

const done = { done: expect.anything() }
let served: ServedUsers

async function start(options: UserPoolOptions = {}) {
  served = await serveUsers(options)
}

beforeEach(() => start())
afterEach(() => served.server.close())

function toUser(Username: string) {
  const { userPoolId: UserPoolId, clientId: ClientId } = served.pool.config
  const Storage = createStorage()
  const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint: served.server.url, Storage })
  return new CognitoUser({ Username, Pool, Storage })
}

function begin(user: CognitoUser, Password = password) {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password })
  return step((callbacks) => user.authenticateUser(details, callbacks))
}

test('signs in by SRP', async () => {
  expect(await begin(toUser('ana'))).toEqual(done)
})

test('is refused with a wrong password', async () => {
  await expect(begin(toUser('ana'), 'wrong')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('SMS_MFA', async () => {
  const user = toUser('sms')
  expect(await begin(user)).toEqual({ asks: 'SMS_MFA', with: expect.anything() })
  const answer = (code: string) => step((callbacks) => user.sendMFACode(code, callbacks))
  await expect(answer('wrong')).rejects.toMatchObject({ code: 'CodeMismatchException' })
  expect(await answer(served.code('sms'))).toEqual(done)
})

test('SOFTWARE_TOKEN_MFA', async () => {
  const user = toUser('totp')
  expect(await begin(user)).toMatchObject({ asks: 'SOFTWARE_TOKEN_MFA' })
  const code = served.totp('totp')
  expect(await step((to) => user.sendMFACode(code, to, 'SOFTWARE_TOKEN_MFA'))).toEqual(done)
})

test('SELECT_MFA_TYPE', async () => {
  const user = toUser('both')
  expect(await begin(user)).toMatchObject({ asks: 'SELECT_MFA_TYPE' })
  const chosen = await step((to) => user.sendMFASelectionAnswer('SMS_MFA', to))
  expect(chosen).toMatchObject({ asks: 'SMS_MFA' })
  expect(await step((to) => user.sendMFACode(served.code('both'), to))).toEqual(done)
})

test('NEW_PASSWORD_REQUIRED', async () => {
  await served.server.close()
  await start({ requiredAttributes: ['name'] })
  const user = toUser('new')
  expect(await begin(user)).toEqual({ asks: 'NEW_PASSWORD_REQUIRED', with: ['name'] })
  const answer = (attributes: object) =>
    step((to) => user.completeNewPasswordChallenge(newPassword, attributes, to))
  expect(await answer({ name: 'Ana' })).toEqual(done)
  expect(await begin(toUser('new'), newPassword)).toEqual(done)
})

test('MFA_SETUP with an app', async () => {
  await served.server.close()
  await start({ mfa: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA'], users: [ana] })
  const user = toUser('ana')
  expect(await begin(user)).toMatchObject({ asks: 'MFA_SETUP' })
  const secret = await new Promise((associateSecretCode, onFailure) => {
    user.associateSoftwareToken({ associateSecretCode, onFailure })
  })
  expect(secret).toMatch(/^[A-Z2-7]{32,}$/)
  const code = served.totp('ana')
  expect(await step((to) => user.verifySoftwareToken(code, 'Phone', to))).toEqual(done)
})

describe('CUSTOM_AUTH', () => {
  test('alone', async () => {
    const user = toUser('ana')
    const details = new AuthenticationDetails({ Username: 'ana' })
    user.setAuthenticationFlowType('CUSTOM_AUTH')
    expect(await step((to) => user.initiateAuth(details, to))).toMatchObject({
      asks: 'CUSTOM_CHALLENGE',
      with: { question: '2 + 2' },
    })
    expect(await step((to) => user.sendCustomChallengeAnswer('4', to))).toEqual(done)
  })

  test('after SRP', async () => {
    const user = toUser('ana')
    user.setAuthenticationFlowType('CUSTOM_AUTH')
    expect(await begin(user)).toMatchObject({ asks: 'CUSTOM_CHALLENGE' })
    expect(await step((to) => user.sendCustomChallengeAnswer('4', to))).toEqual(done)
  })
})

describe('signed in', () => {
  async function signIn(user: CognitoUser) {
    const asked = await begin(user)
    if (!('done' in asked)) throw new Error(`It asks ${asked.asks}`)
    return asked.done
  }

  const refresh = (user: CognitoUser, session: CognitoUserSession) =>
    new Promise<CognitoUserSession>((resolve, reject) => {
      user.refreshSession(session.getRefreshToken(), (error, next) => {
        if (error) reject(error)
        else resolve(next)
      })
    })

  test('refreshes its tokens again and again, without rotation', async () => {
    const user = toUser('ana')
    let session = await signIn(user)
    const [seen, refreshToken] = [new Set<string>(), session.getRefreshToken().getToken()]
    seen.add(session.getAccessToken().getJwtToken())
    for (let round = 1; round <= 3; round++) {
      session = await refresh(user, session)
      seen.add(session.getAccessToken().getJwtToken())
      expect(session.getRefreshToken().getToken()).toBe(refreshToken)
    }
    expect(seen.size).toBe(4)
    const operations = served.pool.requests.map(({ operation }) => operation)
    expect(operations.slice(2)).toEqual(Array.from({ length: 3 }, () => 'InitiateAuth'))
  })

  // Sent to the pool directly, since the client retries a refused refresh for seven seconds.
  const isRefused = async (session: CognitoUserSession) => {
    const { pool } = served
    const response = await pool.fetch(served.server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: JSON.stringify({
        ClientId: pool.config.clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: session.getRefreshToken().getToken() },
      }),
    })
    return response.status === 400
  }

  test('signs out for good', async () => {
    const user = toUser('ana')
    const session = await signIn(user)
    expect(await isRefused(session)).toBe(false)
    await new Promise<void>((resolve) => user.signOut(() => resolve()))
    expect(await isRefused(session)).toBe(true)
  })

  test('signs out everywhere', async () => {
    const user = toUser('ana')
    const session = await signIn(user)
    await new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure }))
    expect(await isRefused(session)).toBe(true)
  })
})

test('a remembered device takes the place of the second factor', async () => {
  await served.server.close()
  await start({ devices: { trusted: true } })
  const user = toUser('totp')
  await begin(user)
  const code = served.totp('totp')
  expect(await step((to) => user.sendMFACode(code, to, 'SOFTWARE_TOKEN_MFA'))).toEqual(done)
  expect(await begin(user)).toEqual(done)
  expect(served.pool.requests.map(({ operation }) => operation)).toContain('ConfirmDevice')
})

/** The name and the arguments of the callback that the client calls. */
function step(task: (callbacks: IAuthenticationCallback) => void): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asks = (name: string) => (_name: unknown, parameters?: Record<string, unknown>) => {
      resolve({ asks: name, with: parameters })
    }
    task({
      onSuccess: (session) => resolve({ done: session }),
      onFailure: reject,
      mfaRequired: asks('SMS_MFA'),
      totpRequired: asks('SOFTWARE_TOKEN_MFA'),
      selectMFAType: asks('SELECT_MFA_TYPE'),
      mfaSetup: asks('MFA_SETUP'),
      newPasswordRequired: asks('NEW_PASSWORD_REQUIRED'),
      customChallenge: (parameters: Record<string, unknown>) =>
        resolve({ asks: 'CUSTOM_CHALLENGE', with: parameters }),
    })
  })
}

/** A Storage in memory, like the browser's. */
function createStorage() {
  const items = new Map<string, string>()
  return {
    setItem: (key: string, value: string) => void items.set(key, value),
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  }
}
