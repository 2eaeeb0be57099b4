import { expect, test } from 'vitest'
import { verifySoftwareToken } from '../../operations/verify-software-token.ts'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { mfaSetup } from './mfa-setup.protocol.ts'
import { asked } from './mfa-setup.recording.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { totpUri } from '../totp-uri.ts'

function setUp(outputs: Record<string, object> = {}) {
  const requests = stepRequests({ choices: [] }, { source: asked, outputs })
  const { call, respond } = requests
  return { requests, call, respond }
}

// A choice does not use the context.
const context = {} as SignInContext

test('reads the second factors that can be set up', () => {
  expect(mfaSetup.read(asked)).toEqual({ choices: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] })
})

test('chooses the authenticator app by itself if it is the only choice', () => {
  const only = { choices: ['SOFTWARE_TOKEN_MFA' as const] }
  expect(mfaSetup.answerItself?.(only, context)).toEqual({ choice: 'SOFTWARE_TOKEN_MFA' })
  expect(mfaSetup.answerItself?.({ choices: ['EMAIL_OTP'] }, context)).toBeUndefined()
  expect(mfaSetup.answerItself?.({ choices: [] }, context)).toBeUndefined()
})

test('the choice of an app fetches the secret, and the step stays', async () => {
  const { requests } = setUp({ AssociateSoftwareToken: { SecretCode: 'JBSWY3DPEHPK3PXP' } })
  const next = await mfaSetup.submit?.({ choice: 'SOFTWARE_TOKEN_MFA' }, requests)
  expect(next).toEqual({ kind: 'stay', found: { secretCode: 'JBSWY3DPEHPK3PXP' } })
})

test('the code is verified before the answer', async () => {
  const { requests, call, respond } = setUp({ VerifySoftwareToken: { Status: 'SUCCESS' } })
  await mfaSetup.submit?.({ code: '123456', deviceName: 'Pixel' }, requests)
  const input = { UserCode: '123456', FriendlyDeviceName: 'Pixel' }
  expect(call).toHaveBeenCalledExactlyOnceWith(verifySoftwareToken, input, expect.any(Function))
  expect(respond).toHaveBeenCalledExactlyOnceWith({})
})

test('a status other than SUCCESS is a wrong code', async () => {
  const { requests, respond } = setUp({ VerifySoftwareToken: { Status: 'ERROR' } })
  await expect(mfaSetup.submit?.({ code: '123456' }, requests)).rejects.toMatchObject({
    code: 'code-wrong',
  })
  expect(respond).not.toHaveBeenCalled()
})

test('an address is sent under EMAIL or PHONE_NUMBER', async () => {
  const { requests, respond } = setUp()
  await mfaSetup.submit?.({ email: 'ana@example.com' }, requests)
  await mfaSetup.submit?.({ phoneNumber: '+15555550100' }, requests)
  expect(respond.mock.calls).toEqual([
    [{ EMAIL: 'ana@example.com' }],
    [{ PHONE_NUMBER: '+15555550100' }],
  ])
})

test('no name can add a parameter to the otpauth URI', () => {
  const uri = totpUri('JBSWY3DPEHPK3PXP', 'ana:x&secret=EVIL?#/@example.com', 'A&B: issuer=C')
  const { searchParams, pathname } = new URL(uri)
  expect(searchParams.getAll('secret')).toEqual(['JBSWY3DPEHPK3PXP'])
  expect(searchParams.getAll('issuer')).toEqual(['A&B  issuer=C'])
  expect([...searchParams.keys()]).toEqual(['secret', 'issuer'])
  expect(pathname.match(/:/g)).toHaveLength(1)
})
