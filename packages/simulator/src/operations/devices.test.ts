import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import { openChoice } from '../testing/choose.test.support.ts'
import { confirmDevice, makeDevice } from '../testing/device.test.support.ts'
import { makePool } from '../testing/make-pool.test.support.ts'
import {
  type Answer,
  exception,
  noon,
  openPool,
  password,
} from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'

const users = [{ username: 'ana', password }]
const noDevice = exception('ResourceNotFoundException', 'Device does not exist.')
const absent = 'eu-west-1_6a2c0b7e-0000-4000-8000-000000000000'

describe('a pool that remembers no devices', () => {
  test('creates no device, and accepts any DEVICE_KEY', async () => {
    const { ask, signIn } = openPool({ users })
    const { AuthenticationResult } = await signIn('ana')
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    expect(decodeJwt(AuthenticationResult.AccessToken)).not.toHaveProperty('device_key')
    const again = await ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password, DEVICE_KEY: absent },
    })
    expect(again).toHaveProperty('AuthenticationResult')
  })
})

describe('a pool that remembers devices', () => {
  test('is configured and described by DeviceConfiguration', async () => {
    const made = await makePool({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } })
    const tell = async () => (await made.ask('DescribeUserPool')).UserPool
    expect(await tell()).toMatchObject({
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
    })
    await made.addUser('ana')
    expect((await made.signIn('ana')).AuthenticationResult).toHaveProperty('NewDeviceMetadata')

    await made.ask('UpdateUserPool', { DeviceConfiguration: {} })
    expect(await tell()).not.toHaveProperty('DeviceConfiguration')
    expect((await made.signIn('ana')).AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  })

  test.each([{ ChallengeRequiredOnNewDevice: 'yes' }, { DeviceOnlyRememberedOnUserPrompt: 1 }, []])(
    'refuses the setting %j',
    async (DeviceConfiguration) => {
      const { ask } = await makePool()
      expect(await ask('UpdateUserPool', { DeviceConfiguration })).toMatchObject({
        __type: 'SerializationException',
      })
    },
  )

  test('creates a new device at every sign-in without a DEVICE_KEY', async () => {
    const { signIn } = openPool({ devices: {}, users })
    const first = (await signIn('ana')).AuthenticationResult
    const second = (await signIn('ana')).AuthenticationResult
    const { DeviceKey, DeviceGroupKey } = first.NewDeviceMetadata
    expect(DeviceKey).toMatch(/^eu-west-1_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    expect(DeviceGroupKey).toMatch(/^-\w{8}$/)
    expect(second.NewDeviceMetadata.DeviceKey).not.toBe(DeviceKey)
    expect(decodeJwt(first.AccessToken).device_key).toBe(DeviceKey)
  })

  test('tells the triggers about a new device', async () => {
    const seen: boolean[] = []
    const opened = openPool({
      devices: {},
      users,
      triggers: {
        postAuthentication(event) {
          seen.push(event.request.newDeviceUsed)
          return event
        },
      },
    })
    await confirmDevice(opened, 'ana')
    expect(seen).toEqual([true])
  })

  test('creates a device in CUSTOM_AUTH, too', async () => {
    const { ask, answer } = openPool({ devices: {}, users, triggers: additionTriggers })
    const asked = await ask('InitiateAuth', {
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: 'ana' },
    })
    const { AuthenticationResult } = await answer(asked, { ANSWER: '4' })
    expect(AuthenticationResult).toHaveProperty('NewDeviceMetadata')
  })
})

describe('USER_AUTH in a pool that remembers devices', () => {
  test.each(['PASSWORD', 'PASSWORD_VERIFIER'])('creates a device after %s', async (by) => {
    const { start, answer } = openChoice({}, { devices: {} })
    const client = createSrpClient()
    const given =
      by === 'PASSWORD'
        ? { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }
        : { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: client.SRP_A }
    const asked = await start(given)
    const { AuthenticationResult } =
      by === 'PASSWORD'
        ? asked
        : await answer(asked, answerVerifier(client, asked.ChallengeParameters, password))
    expect(AuthenticationResult).toHaveProperty('NewDeviceMetadata')
  })

  test('creates a device if a code was the second factor, not the first', async () => {
    const { start, choose, lastCode } = openChoice({ mfa: ['EMAIL_OTP'] }, { devices: {} })
    const asked = await start({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
    const { AuthenticationResult } = await choose(asked, { EMAIL_OTP_CODE: lastCode() })
    expect(AuthenticationResult).toHaveProperty('NewDeviceMetadata')
  })

  test.each(['EMAIL_OTP', 'SMS_OTP'])(
    'neither creates nor asks for a device after %s',
    async (code) => {
      const opened = openChoice({}, { devices: { trusted: true } })
      const { device } = await confirmDevice(opened, 'ana')
      const known = { DEVICE_KEY: device.key }
      const asked = await opened.start({ PREFERRED_CHALLENGE: code, ...known })
      const answered = { [`${code}_CODE`]: opened.lastCode(), ...known }
      const { AuthenticationResult } = await opened.choose(asked, answered)
      expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
      expect(decodeJwt(AuthenticationResult.AccessToken)).not.toHaveProperty('device_key')
      const { RefreshToken } = AuthenticationResult
      const refreshed = await opened.ask('GetTokensFromRefreshToken', { RefreshToken })
      expect(refreshed).toHaveProperty('AuthenticationResult')
    },
  )
})

describe('ConfirmDevice', () => {
  const open = (optIn = false) => openPool({ devices: { optIn }, users })

  test('remembers the device, or leaves that to the user', async () => {
    for (const optIn of [false, true]) {
      const opened = open(optIn)
      const { device, confirmed } = await confirmDevice(opened, 'ana')
      expect(confirmed).toEqual({ UserConfirmationNecessary: optIn })
      const { Device } = await opened.ask('AdminGetDevice', {
        Username: 'ana',
        DeviceKey: device.key,
      })
      expect(Device).toMatchObject({
        DeviceAttributes: expect.arrayContaining([
          {
            Name: 'dev:device_remembered_status',
            Value: optIn ? 'not_remembered' : 'remembered',
          },
        ]),
      })
    }
  })

  test('accepts the access token of an earlier sign-in, but not of another user', async () => {
    const opened = openPool({ devices: {}, users: [...users, { username: 'ben', password }] })
    const { AccessToken } = (await opened.signIn('ana')).AuthenticationResult
    const theirs = (await opened.signIn('ben')).AuthenticationResult.AccessToken
    const made = makeDevice(await opened.signIn('ana'))
    const request = { DeviceKey: made.device.key, ...made }
    expect(await opened.ask('ConfirmDevice', { AccessToken: theirs, ...request })).toMatchObject(
      noDevice,
    )
    expect(await opened.ask('ConfirmDevice', { AccessToken, ...request })).toEqual({
      UserConfirmationNecessary: false,
    })
  })

  test('is refused the second time', async () => {
    const opened = open()
    const signedIn = await opened.signIn('ana')
    const { device, DeviceSecretVerifierConfig } = makeDevice(signedIn)
    const { AccessToken } = signedIn.AuthenticationResult
    const confirm = () =>
      opened.ask('ConfirmDevice', {
        AccessToken,
        DeviceKey: device.key,
        DeviceSecretVerifierConfig,
      })
    expect(await confirm()).toHaveProperty('UserConfirmationNecessary')
    expect(await confirm()).toMatchObject({ __type: 'DeviceKeyExistsException' })
  })

  test('is refused for an unknown or invalid key', async () => {
    const { ask, signIn } = open()
    const { AccessToken } = (await signIn('ana')).AuthenticationResult
    expect(await ask('ConfirmDevice', { AccessToken, DeviceKey: absent })).toMatchObject(noDevice)
    expect(await ask('ConfirmDevice', { AccessToken, DeviceKey: 'mine' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await ask('ConfirmDevice', { DeviceKey: absent })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  const good = Buffer.alloc(384, 1).toString('base64')
  const salt = Buffer.alloc(16, 1).toString('base64')

  test.each<[string, object | undefined]>([
    ['nothing', undefined],
    ['no salt', { PasswordVerifier: good }],
    ['no verifier', { Salt: salt }],
    ['a verifier that is not base64', { PasswordVerifier: '%%%', Salt: salt }],
    ['a verifier that is too long', { PasswordVerifier: 'A'.repeat(516), Salt: salt }],
    ['a verifier of zero', { PasswordVerifier: 'AAAA', Salt: salt }],
    ['a verifier of one', { PasswordVerifier: 'AAAB', Salt: salt }],
    [
      'a verifier beyond the group',
      { PasswordVerifier: Buffer.alloc(384, 255).toString('base64'), Salt: salt },
    ],
    ['a salt that is not base64', { PasswordVerifier: good, Salt: 'ä' }],
    ['a salt that is too long', { PasswordVerifier: good, Salt: 'A'.repeat(88) }],
  ])('is refused for %s, and can be tried again', async (_, DeviceSecretVerifierConfig) => {
    const opened = open()
    const signedIn = await opened.signIn('ana')
    const { AccessToken, NewDeviceMetadata } = signedIn.AuthenticationResult
    const request = { AccessToken, DeviceKey: NewDeviceMetadata.DeviceKey }
    expect(
      await opened.ask('ConfirmDevice', { ...request, DeviceSecretVerifierConfig }),
    ).toMatchObject({ __type: 'InvalidParameterException' })
    const right = makeDevice(signedIn)
    expect(await opened.ask('ConfirmDevice', { ...request, ...right })).toHaveProperty(
      'UserConfirmationNecessary',
    )
  })
})

describe('a confirmed device', () => {
  async function confirmAna(devices = {}) {
    const opened = openPool({ devices, users })
    const { device, tokens } = await confirmDevice(opened, 'ana')
    const { AccessToken } = tokens
    const request = { AccessToken, DeviceKey: device.key, Username: 'ana' }
    return { ...opened, opened, device, request, AccessToken }
  }

  test('is described to its user and to administrators', async () => {
    const { ask, device, request } = await confirmAna()
    const { Device } = await ask('GetDevice', request)
    const Attributes = {
      device_status: 'valid',
      device_name: 'Ana’s browser',
      'dev:device_arn': `arn:aws:cognito-idp:eu-west-1:000000000000:owner/ana/device/${device.key}`,
      'dev:device_remembered_status': 'remembered',
      last_ip_used: '127.0.0.1',
    }
    expect(Device).toEqual({
      DeviceKey: device.key,
      DeviceAttributes: Object.entries(Attributes).map(([Name, Value]) => ({ Name, Value })),
      DeviceCreateDate: noon / 1000,
      DeviceLastModifiedDate: noon / 1000,
      DeviceLastAuthenticatedDate: noon / 1000,
    })
    expect(await ask('AdminGetDevice', request)).toEqual({ Device })
    expect(await ask('ListDevices', request)).toEqual({ Devices: [Device] })
    expect(await ask('AdminListDevices', request)).toEqual({ Devices: [Device] })
  })

  test('is listed page by page, without unconfirmed devices', async () => {
    const { opened, ask, signIn, AccessToken, device } = await confirmAna()
    const { device: second } = await confirmDevice(opened, 'ana')
    await signIn('ana')
    for (const operation of ['ListDevices', 'AdminListDevices']) {
      const list = (PaginationToken?: string) =>
        ask(operation, { AccessToken, Username: 'ana', Limit: 1, PaginationToken })
      const first = (await list()) as Answer & { PaginationToken: string }
      expect(first.Devices).toMatchObject([{ DeviceKey: device.key }])
      const rest = await list(first.PaginationToken)
      expect(rest.Devices).toMatchObject([{ DeviceKey: second.key }])
      expect(rest).not.toHaveProperty('PaginationToken')
      expect(await list('x')).toMatchObject({ __type: 'InvalidParameterException' })
    }
  })

  test.each(['UpdateDeviceStatus', 'AdminUpdateDeviceStatus'])(
    'is remembered or not according to %s',
    async (operation) => {
      const { ask, request } = await confirmAna({ optIn: true })
      for (const status of ['remembered', 'not_remembered']) {
        expect(await ask(operation, { ...request, DeviceRememberedStatus: status })).toEqual({})
        const { Device } = await ask('GetDevice', request)
        expect(JSON.stringify(Device)).toContain(`"${status}"`)
      }
      expect(
        await ask(operation, { ...request, DeviceRememberedStatus: 'forgotten' }),
      ).toMatchObject({ __type: 'InvalidParameterException' })
    },
  )

  test.each(['ForgetDevice', 'AdminForgetDevice'])('is gone after %s', async (operation) => {
    const { ask, request } = await confirmAna()
    expect(await ask(operation, request)).toEqual({})
    expect(await ask('ListDevices', request)).toEqual({ Devices: [] })
    for (const each of [
      operation,
      'GetDevice',
      'AdminGetDevice',
      'UpdateDeviceStatus',
      'AdminUpdateDeviceStatus',
    ]) {
      expect(await ask(each, request)).toMatchObject(noDevice)
    }
  })

  test('is deleted with its user', async () => {
    const { ask, signIn, request } = await confirmAna()
    await ask('AdminDeleteUser', { Username: 'ana' })
    await ask('AdminCreateUser', { Username: 'ana' })
    await ask('AdminSetUserPassword', { Username: 'ana', Password: password, Permanent: true })
    expect(await ask('AdminListDevices', { Username: 'ana' })).toEqual({ Devices: [] })
    const { AccessToken } = (await signIn('ana')).AuthenticationResult
    expect(await ask('GetDevice', { ...request, AccessToken })).toMatchObject(noDevice)
  })

  test.each(['ListDevices', 'GetDevice', 'ForgetDevice', 'UpdateDeviceStatus', 'ConfirmDevice'])(
    '%s requires a valid access token',
    async (operation) => {
      const { ask, request } = await confirmAna()
      await ask('GlobalSignOut', request)
      expect(await ask(operation, request)).toMatchObject(
        exception('NotAuthorizedException', 'Access Token has been revoked'),
      )
    },
  )
})

describe('a refresh', () => {
  const refreshes = {
    REFRESH_TOKEN_AUTH: (REFRESH_TOKEN: string, DEVICE_KEY?: string) => ({
      operation: 'InitiateAuth',
      body: {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN, ...(DEVICE_KEY && { DEVICE_KEY }) },
      },
    }),
    GetTokensFromRefreshToken: (RefreshToken: string, DeviceKey?: string) => ({
      operation: 'GetTokensFromRefreshToken',
      body: { RefreshToken, DeviceKey },
    }),
  }
  const invalid = exception('NotAuthorizedException', 'Invalid Refresh Token')

  test.each(Object.entries(refreshes))(
    'by %s requires the device that the token was issued for',
    async (_, by) => {
      const opened = openPool({ devices: {}, users })
      const { ask } = opened
      const refresh = (token: string, key?: string) => {
        const { operation, body } = by(token, key)
        return ask(operation, body)
      }
      const { device, tokens } = await confirmDevice(opened, 'ana')
      const { device: other } = await confirmDevice(opened, 'ana')
      for (const key of [undefined, other.key, absent]) {
        expect(await refresh(tokens.RefreshToken, key)).toMatchObject(invalid)
      }
      const { AuthenticationResult } = await refresh(tokens.RefreshToken, device.key)
      expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
      expect(decodeJwt(AuthenticationResult.AccessToken).device_key).toBe(device.key)

      const { AccessToken } = tokens
      await ask('ForgetDevice', { AccessToken, DeviceKey: device.key })
      expect(await refresh(tokens.RefreshToken, device.key)).toMatchObject(invalid)
      expect(await ask('GetUser', { AccessToken })).toMatchObject({ Username: 'ana' })
    },
  )

  test.each(Object.entries(refreshes))(
    'by %s fails before the device is confirmed',
    async (_, by) => {
      const { ask, signIn } = openPool({ devices: {}, users })
      const { RefreshToken, NewDeviceMetadata } = (await signIn('ana')).AuthenticationResult
      for (const key of [undefined, NewDeviceMetadata.DeviceKey]) {
        const { operation, body } = by(RefreshToken, key)
        expect(await ask(operation, body)).toMatchObject(invalid)
      }
    },
  )

  test('requires no device if there was none', async () => {
    const { ask } = openPool({ devices: {}, users })
    const { AuthenticationResult } = await ask('AdminInitiateAuth', {
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password },
    })
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    const { operation, body } = refreshes.GetTokensFromRefreshToken(
      AuthenticationResult.RefreshToken,
    )
    expect(await ask(operation, body)).toHaveProperty('AuthenticationResult')
  })
})
