import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  answerDeviceVerifier,
  confirmDevice,
  type KeptDevice,
  proveDevice,
  signInBySrp,
} from '../testing/device.test.support.ts'
import {
  type Answer,
  exception,
  noon,
  type OpenPool,
  openPool,
  password,
} from '../testing/open-pool.test.support.ts'
import { createSrpClient, type SrpClient } from '../testing/srp-client.test.support.ts'

const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const open = () => openPool({ devices: { trusted: true }, users: [{ username: 'ana', password }] })

function start({ ask }: OpenPool, device: KeptDevice): Promise<Answer> {
  return ask('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ana', PASSWORD: password, DEVICE_KEY: device.key },
  })
}

async function askVerifier(
  opened: OpenPool,
  device: KeptDevice,
  begun?: Answer,
): Promise<{ client: SrpClient; asked: Answer }> {
  const client = createSrpClient()
  const asked = await opened.answer(begun ?? (await start(opened, device)), {
    USERNAME: 'ana',
    DEVICE_KEY: device.key,
    SRP_A: client.SRP_A,
  })
  return { client, asked }
}

describe('asked', () => {
  test('returns the handshake and the device', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana', { salt: '00ff'.repeat(8) })
    const { asked } = await askVerifier(opened, device)
    expect(asked).toMatchObject({
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      Session: expect.any(String),
      ChallengeParameters: {
        DEVICE_KEY: device.key,
        SALT: `ff${'00ff'.repeat(7)}`,
        SECRET_BLOCK: expect.stringMatching(/^[\w+/]+=*$/),
        SRP_B: expect.stringMatching(/^[1-9a-f][\da-f]*$/),
        USERNAME: 'ana',
      },
    })
  })
})

describe('answered', () => {
  // Every form that an integer can have as bytes, in each way to write it.
  test.each([
    ['a leading zero', '00112233445566778899aabbccddeeff'],
    ['a top bit', 'ff112233445566778899aabbccddeeff'],
    ['few digits', '7'],
    ['none of these', '7f112233445566778899aabbccddeeff'],
  ])('is accepted with a salt of %s', async (_, salt) => {
    for (const prefix of ['sign', '', '00']) {
      const opened = open()
      const { device } = await confirmDevice(opened, 'ana', { salt, prefix })
      const asked = await start(opened, device)
      expect(await proveDevice(opened, asked, device)).toHaveProperty('AuthenticationResult')
    }
  })

  test.each([
    ['a leading zero', /^00/],
    ['a top bit', /^[89a-f]/],
  ])('is accepted with a verifier of %s', async (_, shape) => {
    for (const prefix of ['sign', '', '00']) {
      const opened = open()
      const { device } = await confirmDevice(opened, 'ana', { shape, prefix })
      const asked = await start(opened, device)
      expect(await proveDevice(opened, asked, device)).toHaveProperty('AuthenticationResult')
    }
  })

  test('is refused with another secret, and the Session is used up', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    const { client, asked } = await askVerifier(opened, device)
    const { ChallengeParameters: given } = asked
    const liar = { ...device, secret: 'another' }
    expect(await opened.answer(asked, answerDeviceVerifier(client, given, liar))).toMatchObject(
      wrong,
    )
    expect(await opened.answer(asked, answerDeviceVerifier(client, given, device))).toMatchObject({
      __type: 'NotAuthorizedException',
      message: 'Invalid session for the user, session can only be used once.',
    })
  })

  test('does not count towards the lock-out', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    for (let tries = 0; tries < 6; tries += 1) {
      const asked = await start(opened, device)
      const liar = { ...device, secret: 'another' }
      expect(await proveDevice(opened, asked, liar)).toMatchObject(wrong)
    }
    expect(await start(opened, device)).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
  })

  test('is refused after 30 seconds', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    const { client, asked } = await askVerifier(opened, device)
    opened.pool.clock.advance(30)
    const proof = answerDeviceVerifier(client, asked.ChallengeParameters, device)
    expect(await opened.answer(asked, proof)).toMatchObject(wrong)
  })

  test('refuses a block that was sealed for another device', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    const { device: other } = await confirmDevice(opened, 'ana')
    const { client, asked } = await askVerifier(opened, device)
    const proof = answerDeviceVerifier(client, asked.ChallengeParameters, device)
    const theirs = { ...proof, DEVICE_KEY: other.key }
    expect(await opened.answer(asked, theirs)).toMatchObject(wrong)
  })

  test.each(['DEVICE_KEY', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
    'requires %s, and can be answered again without it',
    async (name) => {
      const opened = open()
      const { device } = await confirmDevice(opened, 'ana')
      const { client, asked } = await askVerifier(opened, device)
      const proof = answerDeviceVerifier(client, asked.ChallengeParameters, device)
      expect(await opened.answer(asked, { ...proof, [name]: '' })).toMatchObject(
        exception('InvalidParameterException', `Missing required parameter ${name}`),
      )
      expect(await opened.answer(asked, proof)).toHaveProperty('AuthenticationResult')
    },
  )

  test.each([
    [
      'the user no longer wants the device remembered',
      'AdminUpdateDeviceStatus',
      { DeviceRememberedStatus: 'not_remembered' },
    ],
    [
      'devices no longer replace the second factor of the user',
      'UpdateUserPool',
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } },
    ],
    [
      'the password has become a temporary one',
      'AdminSetUserPassword',
      { Password: 'Temp0rary-one' },
    ],
  ])('is refused if %s, with or without a Session', async (_what, operation, change) => {
    const opened = openPool({
      devices: { trusted: true },
      users: [
        { username: 'ana', password, mfa: ['EMAIL_OTP'], attributes: { email: 'ana@example.com' } },
      ],
    })
    const asked = await opened.signIn('ana')
    const signedIn = await opened.answer(asked, { EMAIL_OTP_CODE: opened.pool.outbox[0]!.code })
    const { device } = await confirmDevice({ ...opened, signIn: async () => signedIn }, 'ana')
    const begun = await Promise.all([1, 2].map(() => signInBySrp(opened, 'ana', device.key)))
    const verifiers = await Promise.all(begun.map((each) => askVerifier(opened, device, each)))
    await opened.ask(operation, { Username: 'ana', DeviceKey: device.key, ...change })
    for (const [at, { client, asked: verifier }] of verifiers.entries()) {
      const ChallengeResponses = answerDeviceVerifier(client, verifier.ChallengeParameters, device)
      const answered = await opened.ask('RespondToAuthChallenge', {
        ChallengeName: verifier.ChallengeName,
        ...(at === 0 && { Session: verifier.Session }),
        ChallengeResponses,
      })
      expect(answered).toEqual(exception('NotAuthorizedException', 'Invalid session for the user.'))
    }
  })

  test('requires its Session in the flows that have one', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    const { client, asked } = await askVerifier(opened, device)
    const ChallengeResponses = answerDeviceVerifier(client, asked.ChallengeParameters, device)
    const { ChallengeName } = asked
    expect(
      await opened.ask('RespondToAuthChallenge', { ChallengeName, ChallengeResponses }),
    ).toMatchObject(exception('InvalidParameterException', 'Missing required parameter Session'))
  })

  test.each(['with', 'without'])(
    'is refused for a user who was disabled in the meantime, %s a Session',
    async (session) => {
      const opened = open()
      const { device } = await confirmDevice(opened, 'ana')
      const begun = await signInBySrp(opened, 'ana', device.key)
      const { client, asked } = await askVerifier(opened, device, begun)
      await opened.ask('AdminDisableUser', { Username: 'ana' })
      const proof = answerDeviceVerifier(client, asked.ChallengeParameters, device)
      const { ChallengeName } = asked
      const alone = { ChallengeName, ChallengeResponses: proof }
      expect(
        session === 'with'
          ? await opened.answer(asked, proof)
          : await opened.ask('RespondToAuthChallenge', alone),
      ).toMatchObject(exception('NotAuthorizedException', 'User is disabled.'))
    },
  )

  test('is refused during a lock-out', async () => {
    const opened = open()
    const { device } = await confirmDevice(opened, 'ana')
    const { client, asked } = await askVerifier(opened, device)
    for (let tries = 0; tries < 5; tries += 1) await opened.signIn('ana', 'Wr0ng-password')
    const proof = answerDeviceVerifier(client, asked.ChallengeParameters, device)
    expect(await opened.answer(asked, proof)).toMatchObject(
      exception('NotAuthorizedException', 'Password attempts exceeded'),
    )
    opened.pool.clock.advance(1)
    expect(await opened.answer(asked, proof)).toHaveProperty('AuthenticationResult')
  })

  test('is reported to preTokenGeneration, which cannot remove the device claim', async () => {
    const seen: string[] = []
    const opened = openPool({
      devices: {},
      users: [{ username: 'ana', password }],
      triggers: {
        preTokenGeneration(event) {
          seen.push(event.triggerSource)
          const accessTokenGeneration = { claimsToSuppress: ['device_key'] }
          event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration } }
          return event
        },
      },
    })
    const { device } = await confirmDevice(opened, 'ana')
    opened.pool.clock.advance(60)
    const asked = await start(opened, device)
    const { AccessToken } = (await proveDevice(opened, asked, device)).AuthenticationResult
    expect(seen).toEqual(['TokenGeneration_Authentication', 'TokenGeneration_AuthenticateDevice'])
    expect(decodeJwt(AccessToken)).toMatchObject({ device_key: device.key })
    const { Device } = await opened.ask('GetDevice', { AccessToken, DeviceKey: device.key })
    expect(Device).toMatchObject({
      DeviceCreateDate: noon / 1000,
      DeviceLastAuthenticatedDate: noon / 1000 + 60,
    })
  })
})
