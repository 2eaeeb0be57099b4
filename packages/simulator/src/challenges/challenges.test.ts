import { expect, test } from 'vitest'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import { openChoice } from '../testing/choose.test.support.ts'
import { answerDeviceVerifier, confirmDevice, signInBySrp } from '../testing/device.test.support.ts'
import { openPasskeys } from '../testing/open-passkeys.test.support.ts'
import { type Answer, openPool, password } from '../testing/open-pool.test.support.ts'
import { createSrpClient } from '../testing/srp-client.test.support.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'
import { challenges } from './challenges.ts'

// A pool that accepts everything would pass most tests of a sign-in. So each challenge has a wrong
// answer here; its own test file has the others.

const ana = {
  username: 'ana',
  password,
  attributes: { email: 'ana@example.com', phone_number: '+15555550134' },
}
const wrong = 'NotAuthorizedException'
const mismatch = 'CodeMismatchException'

const refused: Record<string, [exception: string, answer: () => Promise<Answer>]> = {
  ADMIN_NO_SRP_AUTH: [
    wrong,
    async () => {
      const { ask } = openPool({ users: [ana] })
      const AuthParameters = { USERNAME: 'ana' }
      const { ChallengeName, Session } = await ask('AdminInitiateAuth', {
        AuthFlow: 'ADMIN_NO_SRP_AUTH',
        AuthParameters,
      })
      const ChallengeResponses = { USERNAME: 'ana', PASSWORD: 'wrong' }
      return ask('AdminRespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses })
    },
  ],
  CUSTOM_CHALLENGE: [
    wrong,
    async () => {
      const { ask, answer } = openPool({ users: [ana], triggers: additionTriggers })
      let asked = await ask('InitiateAuth', {
        AuthFlow: 'CUSTOM_AUTH',
        AuthParameters: { USERNAME: 'ana' },
      })
      for (let tries = 0; tries < 3; tries += 1) asked = await answer(asked, { ANSWER: '5' })
      return asked
    },
  ],
  DEVICE_PASSWORD_VERIFIER: [
    wrong,
    async () => {
      const { opened, device, asked } = await knownDevice()
      const client = createSrpClient()
      const verifier = await opened.answer(asked, {
        USERNAME: 'ana',
        DEVICE_KEY: device.key,
        SRP_A: client.SRP_A,
      })
      const liar = { ...device, secret: 'wrong' }
      return opened.answer(
        verifier,
        answerDeviceVerifier(client, verifier.ChallengeParameters, liar),
      )
    },
  ],
  DEVICE_SRP_AUTH: [
    'ResourceNotFoundException',
    async () => {
      const { opened, asked } = await knownDevice()
      const DEVICE_KEY = 'eu-west-1_00000000-0000-4000-8000-000000000000'
      return opened.answer(asked, {
        USERNAME: 'ana',
        DEVICE_KEY,
        SRP_A: createSrpClient().SRP_A,
      })
    },
  ],
  EMAIL_OTP: [mismatch, () => afterPassword({ mfa: ['EMAIL_OTP'] }, { EMAIL_OTP_CODE: '000000' })],
  MFA_SETUP: [
    'InvalidParameterException',
    async () => {
      const { signIn, answer } = openPool({ mfa: 'ON', users: [{ username: 'ana', password }] })
      // No authenticator app is set up yet.
      return answer(await signIn('ana'), { USERNAME: 'ana' })
    },
  ],
  NEW_PASSWORD_REQUIRED: [
    'InvalidPasswordException',
    async () => {
      const { signIn, answer } = openPool({
        users: [{ username: 'ana', temporaryPassword: password }],
      })
      return answer(await signIn('ana'), { NEW_PASSWORD: 'short' })
    },
  ],
  PASSWORD: [wrong, () => inPlaceOfChoice('PASSWORD', { PASSWORD: 'wrong' })],
  PASSWORD_SRP: [
    'InvalidParameterException',
    () => inPlaceOfChoice('PASSWORD_SRP', { SRP_A: '0' }),
  ],
  PASSWORD_VERIFIER: [
    wrong,
    () => signInBySrp(openPool({ users: [{ ...ana, password: 'An0ther-one' }] }), 'ana'),
  ],
  SELECT_CHALLENGE: [
    'InvalidParameterException',
    async () => {
      const { start, choose } = openChoice()
      return choose(await start(), { ANSWER: 'WEB_AUTHN' })
    },
  ],
  SELECT_MFA_TYPE: [
    'InvalidParameterException',
    () => afterPassword({ mfa: ['SMS_MFA', 'EMAIL_OTP'] }, { ANSWER: 'SOFTWARE_TOKEN_MFA' }),
  ],
  SMS_MFA: [mismatch, () => afterPassword({ mfa: ['SMS_MFA'] }, { SMS_MFA_CODE: '000000' })],
  SMS_OTP: [
    mismatch,
    async () => {
      const { start, choose } = openChoice()
      const asked = await start({ PREFERRED_CHALLENGE: 'SMS_OTP' })
      return choose(asked, { SMS_OTP_CODE: '00000000' })
    },
  ],
  SOFTWARE_TOKEN_MFA: [
    mismatch,
    () => afterPassword({ mfa: ['SOFTWARE_TOKEN_MFA'] }, { SOFTWARE_TOKEN_MFA_CODE: '000000' }),
  ],
  WEB_AUTHN: [
    wrong,
    async () => {
      const { begin, choose, sign } = await openPasskeys()
      // Signs the challenge of the request before.
      const CREDENTIAL = await sign(await begin())
      return choose(await begin(), { CREDENTIAL })
    },
  ],
}

test.each(Object.entries(refused))('%s refuses a wrong answer', async (_, [exception, answer]) => {
  const answered = await answer()
  expect(answered).toMatchObject({ __type: exception })
  expect(answered).not.toHaveProperty('AuthenticationResult')
})

test('every challenge has a wrong answer in this test', () => {
  expect(Object.keys(refused)).toEqual([...challenges.keys()])
})

type User = NonNullable<UserPoolOptions['users']>[number]

async function afterPassword(
  user: Partial<User>,
  responses: Record<string, string>,
): Promise<Answer> {
  const codes = () => '123456'
  const { signIn, answer } = openPool({ codes, users: [{ ...ana, ...user }] })
  return answer(await signIn('ana'), { USERNAME: 'ana', ...responses })
}

async function inPlaceOfChoice(ChallengeName: string, responses: Record<string, string>) {
  const { start, choose } = openChoice()
  return choose({ ...(await start()), ChallengeName }, responses)
}

async function knownDevice() {
  const opened = openPool({ devices: { trusted: true }, users: [ana] })
  const { device } = await confirmDevice(opened, 'ana')
  return { opened, device, asked: await signInBySrp(opened, 'ana', device.key) }
}
