import { expect, test } from 'vitest'
import { smsMfa } from './sms-mfa.protocol.ts'
import { asked } from './sms-mfa.recording.ts'

test('reads the destination of the code', () => {
  expect(smsMfa.read(asked)).toEqual({ destination: '+*******0134' })
})

test('the destination may be missing', () => {
  expect(smsMfa.read({ ...asked, ChallengeParameters: {} })).toEqual({ destination: undefined })
})

test('writes the code under the key that Cognito expects', () => {
  expect(smsMfa.write?.({ code: '123456' })).toEqual({ SMS_MFA_CODE: '123456' })
})
