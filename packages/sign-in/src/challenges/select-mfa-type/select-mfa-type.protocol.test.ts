import { expect, test } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { selectMfaType } from './select-mfa-type.protocol.ts'
import { asked } from './select-mfa-type.recording.ts'

const reading = (MFAS_CAN_CHOOSE: string) =>
  selectMfaType.read({ ...asked, ChallengeParameters: { MFAS_CAN_CHOOSE } })

// Nothing that is held is needed for a choice.
const held = {} as SignInContext

test('reads the list out of its string', () => {
  expect(selectMfaType.read(asked)).toEqual({
    choices: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
  })
})

test.each(['', 'SMS_MFA', '{}', '[1,null]', '["SMOKE_SIGNAL"]', '['.repeat(50_000)])(
  'offers nothing that it cannot use: %.20j',
  (list) => {
    expect(reading(list)).toEqual({ choices: [] })
  },
)

test('offers each once', () => {
  expect(reading('["SMS_MFA","SMS_MFA"]')).toEqual({ choices: ['SMS_MFA'] })
})

test('answers by itself where there is one choice only', () => {
  expect(selectMfaType.answerItself?.({ choices: ['SMS_MFA'] }, held)).toEqual({
    choice: 'SMS_MFA',
  })
  expect(selectMfaType.answerItself?.({ choices: ['SMS_MFA', 'EMAIL_OTP'] }, held)).toBeUndefined()
  expect(selectMfaType.answerItself?.({ choices: [] }, held)).toBeUndefined()
})

test('writes the choice in Cognito’s own word', () => {
  expect(selectMfaType.write?.({ choice: 'EMAIL_OTP' })).toEqual({ ANSWER: 'EMAIL_OTP' })
})
