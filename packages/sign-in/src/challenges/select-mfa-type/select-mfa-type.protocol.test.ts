import { expect, test } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { selectMfaType } from './select-mfa-type.protocol.ts'
import { asked } from './select-mfa-type.recording.ts'

const reading = (MFAS_CAN_CHOOSE: string) =>
  selectMfaType.read({ ...asked, ChallengeParameters: { MFAS_CAN_CHOOSE } })

// A choice does not use the context.
const context = {} as SignInContext

test('reads the choices from the JSON string', () => {
  expect(selectMfaType.read(asked)).toEqual({
    choices: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
  })
})

test.each(['', 'SMS_MFA', '{}', '[1,null]', '["SMOKE_SIGNAL"]', '['.repeat(50_000)])(
  'has no choices for %.20j',
  (list) => {
    expect(reading(list)).toEqual({ choices: [] })
  },
)

test('has each choice once', () => {
  expect(reading('["SMS_MFA","SMS_MFA"]')).toEqual({ choices: ['SMS_MFA'] })
})

test('answers by itself if there is one choice', () => {
  expect(selectMfaType.answerItself?.({ choices: ['SMS_MFA'] }, context)).toEqual({
    choice: 'SMS_MFA',
  })
  expect(
    selectMfaType.answerItself?.({ choices: ['SMS_MFA', 'EMAIL_OTP'] }, context),
  ).toBeUndefined()
  expect(selectMfaType.answerItself?.({ choices: [] }, context)).toBeUndefined()
})

test('writes the choice as ANSWER', () => {
  expect(selectMfaType.write?.({ choice: 'EMAIL_OTP' })).toEqual({ ANSWER: 'EMAIL_OTP' })
})
