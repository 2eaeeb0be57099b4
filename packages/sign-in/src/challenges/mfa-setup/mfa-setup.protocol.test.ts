import { expect, test, vi } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import type { Trip } from '../../protocol/challenge-protocol.ts'
import { mfaSetup } from './mfa-setup.protocol.ts'
import { asked } from './mfa-setup.recording.ts'
import { totpUri } from './totp-uri.ts'

const trips = (answers: Record<string, object>) =>
  vi.fn(async (operation: string) => answers[operation]) as unknown as Trip

// Nothing that is held is needed for a choice.
const held = {} as SignInContext

test('reads what can be set up', () => {
  expect(mfaSetup.read(asked)).toEqual({ choices: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] })
})

test('chooses the authenticator by itself where there is nothing else', () => {
  const only = { choices: ['SOFTWARE_TOKEN_MFA' as const] }
  expect(mfaSetup.answerItself?.(only, held)).toEqual({ choice: 'SOFTWARE_TOKEN_MFA' })
  expect(mfaSetup.answerItself?.({ choices: ['EMAIL_OTP'] }, held)).toBeUndefined()
  expect(mfaSetup.answerItself?.({ choices: [] }, held)).toBeUndefined()
})

test('fetches a secret for the choice, and asks on', async () => {
  const trip = trips({ AssociateSoftwareToken: { SecretCode: 'JBSWY3DPEHPK3PXP' } })
  const found = await mfaSetup.prepare?.({ choice: 'SOFTWARE_TOKEN_MFA' }, trip)
  expect(found).toEqual({ secretCode: 'JBSWY3DPEHPK3PXP' })
})

test('has the code verified before it answers', async () => {
  const trip = trips({ VerifySoftwareToken: { Status: 'SUCCESS' } })
  const answer = { code: '123456', deviceName: 'Pixel' }
  expect(await mfaSetup.prepare?.(answer, trip)).toBeUndefined()
  expect(trip).toHaveBeenCalledExactlyOnceWith('VerifySoftwareToken', {
    UserCode: '123456',
    FriendlyDeviceName: 'Pixel',
  })
  expect(mfaSetup.write(answer)).toEqual({})
})

test('takes a verification that went wrong for a wrong code', async () => {
  const trip = trips({ VerifySoftwareToken: { Status: 'ERROR' } })
  await expect(mfaSetup.prepare?.({ code: '123456' }, trip)).rejects.toMatchObject({
    code: 'code-wrong',
  })
})

test('writes an address under the keys that work', () => {
  expect(mfaSetup.write({ email: 'ana@example.com' })).toEqual({ EMAIL: 'ana@example.com' })
  expect(mfaSetup.write({ phoneNumber: '+15555550100' })).toEqual({ PHONE_NUMBER: '+15555550100' })
})

test('no name can add a parameter to the authenticator’s URI', () => {
  const uri = totpUri('JBSWY3DPEHPK3PXP', 'ana:x&secret=EVIL?#/@example.com', 'A&B: issuer=C')
  const { searchParams, pathname } = new URL(uri)
  expect(searchParams.getAll('secret')).toEqual(['JBSWY3DPEHPK3PXP'])
  expect(searchParams.getAll('issuer')).toEqual(['A&B  issuer=C'])
  expect([...searchParams.keys()]).toEqual(['secret', 'issuer'])
  expect(pathname.match(/:/g)).toHaveLength(1)
})
