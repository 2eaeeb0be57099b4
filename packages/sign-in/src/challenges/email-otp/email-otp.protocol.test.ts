import { expect, test } from 'vitest'
import { emailOtp } from './email-otp.protocol.ts'
import { asked } from './email-otp.recording.ts'

test('reads where the code went', () => {
  expect(emailOtp.read(asked)).toEqual({ destination: 'a***@e***' })
})

test('can do without knowing where', () => {
  expect(emailOtp.read({ ...asked, ChallengeParameters: {} })).toEqual({ destination: undefined })
})

test('writes the code under the key that Cognito expects', () => {
  expect(emailOtp.write?.({ code: '123456' })).toEqual({ EMAIL_OTP_CODE: '123456' })
})
