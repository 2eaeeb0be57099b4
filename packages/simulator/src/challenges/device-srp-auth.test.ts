import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import {
  answerDeviceVerifier,
  confirmDevice,
  proveDevice,
  signInBySrp,
} from '../testing/device.test.support.ts'
import { type Answer, exception, openPool, password } from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'
import type { ChallengeRound } from '../triggers.ts'

const ana = { username: 'ana', password, attributes: { phone_number: '+15555550100' } }
const noDevice = exception('ResourceNotFoundException', 'Device does not exist.')
const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')

/** A pool in which Ana confirmed a device before she turned MFA on. */
async function rememberAna(devices: { trusted?: boolean; optIn?: boolean } = { trusted: true }) {
  const opened = openPool({ devices, users: [ana] })
  const { device, tokens } = await confirmDevice(opened, 'ana')
  const { AccessToken } = tokens
  const requireCode = () =>
    opened.ask('SetUserMFAPreference', {
      AccessToken,
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    })
  return { ...opened, opened, device, AccessToken, requireCode }
}

const byPassword = (USERNAME: string, DEVICE_KEY: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME, PASSWORD: password, DEVICE_KEY },
})

describe('on a remembered device', () => {
  test('replaces the second factor after an SRP proof of the password', async () => {
    const { opened, pool, device, requireCode } = await rememberAna()
    await requireCode()
    const asked = await signInBySrp(opened, 'ana', device.key)
    expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH', ChallengeParameters: {} })

    const { AuthenticationResult } = await proveDevice(opened, asked, device)
    expect(decodeJwt(AuthenticationResult.AccessToken)).toMatchObject({ device_key: device.key })
    expect(decodeJwt(AuthenticationResult.IdToken)).not.toHaveProperty('device_key')
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    expect(pool.outbox).toHaveLength(0)
  })

  test('replaces the second factor after the password', async () => {
    const { opened, ask, device, requireCode } = await rememberAna()
    await requireCode()
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    expect(await proveDevice(opened, asked, device)).toHaveProperty('AuthenticationResult')
  })

  test.each([true, false])('is asked if no second factor is, trusted: %s', async (trusted) => {
    const { ask, device } = await rememberAna({ trusted })
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
  })

  test('is not asked of a device that is not remembered', async () => {
    const { ask, device, requireCode } = await rememberAna({ trusted: true, optIn: true })
    const known = await ask('InitiateAuth', byPassword('ana', device.key))
    expect(known.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    await requireCode()
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    expect(asked).toMatchObject({ ChallengeName: 'SMS_MFA' })
  })

  test('does not replace the second factor if devices are not trusted', async () => {
    const { pool, ask, answer, device, requireCode } = await rememberAna({})
    await requireCode()
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    expect(asked).toMatchObject({ ChallengeName: 'SMS_MFA' })
    const { code } = pool.outbox.at(-1)!
    const known = { SMS_MFA_CODE: code, DEVICE_KEY: device.key }
    const { AuthenticationResult } = await answer(asked, known)
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    expect(decodeJwt(AuthenticationResult.AccessToken)).toMatchObject({ device_key: device.key })
  })

  test('is not asked without a DEVICE_KEY: the sign-in gets a new device', async () => {
    const { opened, pool, answer, device, requireCode } = await rememberAna()
    await requireCode()
    const asked = await signInBySrp(opened, 'ana')
    expect(asked).toMatchObject({ ChallengeName: 'SMS_MFA' })
    const { code } = pool.outbox.at(-1)!
    const { AuthenticationResult } = await answer(asked, { SMS_MFA_CODE: code })
    expect(AuthenticationResult.NewDeviceMetadata.DeviceKey).not.toBe(device.key)
  })

  test('follows NEW_PASSWORD_REQUIRED, too', async () => {
    const { opened, ask, answer, device } = await rememberAna()
    await ask('AdminSetUserPassword', { Username: 'ana', Password: 'Tempor4ry!', Permanent: false })
    const asked = await opened.signIn('ana', 'Tempor4ry!')
    const next = await answer(asked, { NEW_PASSWORD: 'N3wPassword!', DEVICE_KEY: device.key })
    expect(next).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    expect(await proveDevice(opened, next, device)).toHaveProperty('AuthenticationResult')
  })

  test('is asked on the admin side of SRP', async () => {
    const { opened, ask, device } = await rememberAna()
    const client = createSrpClient()
    const { ChallengeParameters } = await ask('AdminInitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'ana', SRP_A: client.SRP_A, DEVICE_KEY: device.key },
    })
    const answer: typeof opened.answer = ({ ChallengeName, Session }, ChallengeResponses) =>
      ask('AdminRespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses })
    const proof = answerVerifier(client, ChallengeParameters, password)
    const begun = { ChallengeName: 'PASSWORD_VERIFIER' } as Answer
    const asked = await answer(begun, { ...proof, DEVICE_KEY: device.key })
    expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    const { AuthenticationResult } = await proveDevice({ ...opened, answer }, asked, device)
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  })

  test('is not asked in ADMIN_USER_PASSWORD_AUTH', async () => {
    const { ask, device } = await rememberAna()
    for (const DEVICE_KEY of [device.key, 'eu-west-1_0']) {
      const { AuthenticationResult } = await ask('AdminInitiateAuth', {
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ana', PASSWORD: password, DEVICE_KEY },
      })
      expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
      expect(decodeJwt(AuthenticationResult.AccessToken)).not.toHaveProperty('device_key')
    }
  })
})

describe('answered', () => {
  test('can be answered without its Session, even while another user signs in', async () => {
    const users = [ana, { ...ana, username: 'ben' }]
    const opened = openPool({ devices: { trusted: true }, users })
    const { ask } = opened
    const { device } = await confirmDevice(opened, 'ana')
    const { device: theirs } = await confirmDevice(opened, 'ben')
    await signInBySrp(opened, 'ana', device.key)
    await signInBySrp(opened, 'ben', theirs.key)
    const client = createSrpClient()
    const verifier = await ask('RespondToAuthChallenge', {
      ChallengeName: 'DEVICE_SRP_AUTH',
      ChallengeResponses: { USERNAME: 'ana', DEVICE_KEY: device.key, SRP_A: client.SRP_A },
    })
    const signedIn = await ask('RespondToAuthChallenge', {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      ChallengeResponses: answerDeviceVerifier(client, verifier.ChallengeParameters, device),
    })
    expect(signedIn).toHaveProperty('AuthenticationResult')
  })

  test('requires a first factor before it if it has no Session', async () => {
    const { opened, pool, ask, device } = await rememberAna()
    const begin = () =>
      ask('RespondToAuthChallenge', {
        ChallengeName: 'DEVICE_SRP_AUTH',
        ChallengeResponses: { USERNAME: 'ana', DEVICE_KEY: device.key, SRP_A: '2' },
      })
    const missing = exception('InvalidParameterException', 'Missing required parameter Session')
    expect(await begin()).toMatchObject(missing)
    await ask('InitiateAuth', byPassword('ana', device.key))
    expect(await begin()).toMatchObject(missing)
    await signInBySrp(opened, 'ana', device.key)
    expect(await begin()).toMatchObject({ ChallengeName: 'DEVICE_PASSWORD_VERIFIER' })
    expect(await begin()).toMatchObject(missing)
    await signInBySrp(opened, 'ana', device.key)
    pool.clock.advance(180)
    expect(await begin()).toMatchObject(missing)
  })

  test('requires DEVICE_KEY and SRP_A, and can be answered again without them', async () => {
    const { opened, ask, answer, device } = await rememberAna()
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    const say = (responses: object) => answer(asked, { USERNAME: 'ana', ...responses })
    for (const [responses, name] of [
      [{ SRP_A: '2' }, 'DEVICE_KEY'],
      [{ DEVICE_KEY: device.key }, 'SRP_A'],
    ] as const) {
      const message = `Missing required parameter ${name}`
      expect(await say(responses)).toMatchObject(exception('InvalidParameterException', message))
    }
    expect(await say({ DEVICE_KEY: device.key, SRP_A: '0' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await proveDevice(opened, asked, device)).toHaveProperty('AuthenticationResult')
  })

  test('can only be answered by the device that it was asked of', async () => {
    const { opened, ask, answer, device, AccessToken } = await rememberAna()
    const { device: other } = await confirmDevice(opened, 'ana')
    await ask('UpdateDeviceStatus', {
      AccessToken,
      DeviceKey: other.key,
      DeviceRememberedStatus: 'not_remembered',
    })
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    const answered = { USERNAME: 'ana', DEVICE_KEY: other.key, SRP_A: '2' }
    expect(await answer(asked, answered)).toMatchObject(wrong)
  })
})

describe('in CUSTOM_AUTH', () => {
  test('follows once the triggers order tokens, and they see its rounds', async () => {
    const seen: ChallengeRound[][] = []
    const opened = openPool({
      devices: { trusted: true },
      users: [ana],
      triggers: {
        ...additionTriggers,
        defineAuthChallenge(event) {
          seen.push(event.request.session)
          return additionTriggers.defineAuthChallenge(event)
        },
      },
    })
    const { device } = await confirmDevice(opened, 'ana')
    const asked = await opened.ask('InitiateAuth', {
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: 'ana', DEVICE_KEY: device.key },
    })
    const next = await opened.answer(asked, { ANSWER: '4', DEVICE_KEY: device.key })
    expect(next).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    const { AuthenticationResult } = await proveDevice(opened, next, device)
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    const rounds = ['CUSTOM_CHALLENGE', 'DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER']
    expect(seen.at(-1)).toEqual(
      rounds.map((challengeName) => ({ challengeName, challengeResult: true })),
    )
  })

  test('ends as the triggers decide, without the second factor of a password', async () => {
    const opened = openPool({
      devices: {},
      users: [{ username: 'ana', password }],
      triggers: additionTriggers,
    })
    const { device } = await confirmDevice(opened, 'ana')
    await opened.ask('AdminUpdateUserAttributes', {
      Username: 'ana',
      UserAttributes: [{ Name: 'email', Value: 'ana@example.com' }],
    })
    const EmailMfaSettings = { Enabled: true }
    await opened.ask('AdminSetUserMFAPreference', { Username: 'ana', EmailMfaSettings })
    const AuthParameters = { USERNAME: 'ana', DEVICE_KEY: device.key }
    const asked = await opened.ask('InitiateAuth', { AuthFlow: 'CUSTOM_AUTH', AuthParameters })
    const next = await opened.answer(asked, { ANSWER: '4', DEVICE_KEY: device.key })
    expect(await proveDevice(opened, next, device)).toHaveProperty('AuthenticationResult')
  })

  test('requires its Session', async () => {
    const opened = openPool({ devices: {}, users: [ana], triggers: additionTriggers })
    const { device } = await confirmDevice(opened, 'ana')
    const AuthParameters = { USERNAME: 'ana' }
    const asked = await opened.ask('InitiateAuth', { AuthFlow: 'CUSTOM_AUTH', AuthParameters })
    await opened.answer(asked, { ANSWER: '4', DEVICE_KEY: device.key })
    const ChallengeResponses = { USERNAME: 'ana', DEVICE_KEY: device.key, SRP_A: '2' }
    const alone = { ChallengeName: 'DEVICE_SRP_AUTH', ChallengeResponses }
    expect(await opened.ask('RespondToAuthChallenge', alone)).toMatchObject(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
  })
})

describe('an unknown device', () => {
  test('is refused at each step, and can then be left out', async () => {
    const { opened, ask, answer, device, AccessToken } = await rememberAna()
    const { device: other } = await confirmDevice(opened, 'ana')
    const asked = await ask('InitiateAuth', byPassword('ana', device.key))
    const other1 = await ask('InitiateAuth', byPassword('ana', other.key))
    const client = createSrpClient()
    const other2 = await answer(other1, {
      USERNAME: 'ana',
      DEVICE_KEY: other.key,
      SRP_A: client.SRP_A,
    })
    for (const { key } of [device, other])
      await ask('ForgetDevice', { AccessToken, DeviceKey: key })

    expect(await ask('InitiateAuth', byPassword('ana', device.key))).toMatchObject(noDevice)
    const gone = { USERNAME: 'ana', DEVICE_KEY: device.key, SRP_A: '2' }
    expect(await answer(asked, gone)).toMatchObject(noDevice)
    expect(
      await answer(other2, answerDeviceVerifier(client, other2.ChallengeParameters, other)),
    ).toMatchObject(noDevice)
    expect(await signInBySrp(opened, 'ana', device.key)).toMatchObject(noDevice)
  })

  test.each([{}, { DEVICE_KEY: null }])(
    'can be left out of the same proof, as clients do: %j',
    async (left) => {
      const { ask, device, AccessToken } = await rememberAna()
      await ask('ForgetDevice', { AccessToken, DeviceKey: device.key })
      const client = createSrpClient()
      const { ChallengeParameters } = await ask('InitiateAuth', {
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: 'ana', SRP_A: client.SRP_A, DEVICE_KEY: device.key },
      })
      const proof = answerVerifier(client, ChallengeParameters, password)
      const prove = (known: object) =>
        ask('RespondToAuthChallenge', {
          ChallengeName: 'PASSWORD_VERIFIER',
          ChallengeResponses: { ...proof, ...known },
        })
      expect(await prove({ DEVICE_KEY: device.key })).toMatchObject(noDevice)
      expect((await prove(left)).AuthenticationResult).toHaveProperty('NewDeviceMetadata')
    },
  )

  test.each(['an unknown name', 'a known one'])('gets the same error for %s', async (name) => {
    const { ask } = await rememberAna()
    const username = name === 'a known one' ? 'ana' : 'nobody'
    const key = 'eu-west-1_6a2c0b7e-0000-4000-8000-000000000000'
    expect(await ask('InitiateAuth', byPassword(username, key))).toMatchObject(noDevice)
  })

  test('is also an unconfirmed device, or one of another user', async () => {
    const opened = openPool({ devices: {}, users: [ana, { ...ana, username: 'ben' }] })
    const { AuthenticationResult } = await opened.signIn('ana')
    const { DeviceKey } = AuthenticationResult.NewDeviceMetadata
    expect(await opened.ask('InitiateAuth', byPassword('ana', DeviceKey))).toMatchObject(noDevice)
    const { device } = await confirmDevice(opened, 'ana')
    expect(await opened.ask('InitiateAuth', byPassword('ben', device.key))).toMatchObject(noDevice)
  })
})
