import { expect, test } from 'vitest'
import { smsOtp } from './sms-otp.protocol.ts'
import { asked } from './sms-otp.recording.ts'

test('reads the destination of the code', () => {
  expect(smsOtp.read(asked)).toEqual({ destination: '+*******0134' })
})

test('the destination may be missing', () => {
  expect(smsOtp.read({ ...asked, ChallengeParameters: {} })).toEqual({ destination: undefined })
})

test('writes the code under the key that Cognito expects', () => {
  expect(smsOtp.write?.({ code: '12345678' })).toEqual({ SMS_OTP_CODE: '12345678' })
})
