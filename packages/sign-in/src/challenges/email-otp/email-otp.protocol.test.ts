import { expect, test } from 'vitest'
import { emailOtp } from './email-otp.protocol.ts'
import { asked } from './email-otp.recording.ts'

test('reads the destination of the code', () => {
  expect(emailOtp.read(asked)).toEqual({ destination: 'a***@e***' })
})

test('the destination may be missing', () => {
  expect(emailOtp.read({ ...asked, ChallengeParameters: {} })).toEqual({ destination: undefined })
})

test('writes the code under the key that Cognito expects', () => {
  expect(emailOtp.write?.({ code: '123456' })).toEqual({ EMAIL_OTP_CODE: '123456' })
})
