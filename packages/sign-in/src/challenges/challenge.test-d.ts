import { expectTypeOf } from 'vitest'
import type { ActiveChallenge, ChallengeName } from './challenge.ts'

type Answer<Name extends ChallengeName> = Parameters<
  Extract<ActiveChallenge, { name: Name }>['respond']
>[0]

// A narrowed challenge takes the answer of that challenge only.
expectTypeOf<Answer<'SMS_MFA'>>().toEqualTypeOf<{ code: string }>()
expectTypeOf<Answer<'EMAIL_OTP'>>().toEqualTypeOf<{ code: string }>()
expectTypeOf<Answer<'SOFTWARE_TOKEN_MFA'>>().toEqualTypeOf<{ code: string }>()
expectTypeOf<Answer<'CUSTOM_CHALLENGE'>>().toEqualTypeOf<{ answer: string }>()
expectTypeOf<Answer<'SELECT_MFA_TYPE'>>().toEqualTypeOf<{
  choice: 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'EMAIL_OTP'
}>()
expectTypeOf<Answer<'SMS_OTP'>>().toEqualTypeOf<{ code: string }>()
expectTypeOf<Answer<'PASSWORD'>>().toEqualTypeOf<{ password: string }>()
expectTypeOf<{ password: string }>().toExtend<Answer<'PASSWORD_SRP'>>()
expectTypeOf<{ choice: 'PASSWORD_SRP'; password: string }>().toExtend<Answer<'SELECT_CHALLENGE'>>()
expectTypeOf<{ choice: 'EMAIL_OTP' }>().toExtend<Answer<'SELECT_CHALLENGE'>>()
expectTypeOf<{ choice: 'WEB_AUTHN' }>().toExtend<Answer<'SELECT_CHALLENGE'>>()
expectTypeOf<{ choice: 'PASSWORD' }>().not.toExtend<Answer<'SELECT_CHALLENGE'>>()
expectTypeOf<{ choice: 'SMS_OTP'; password: string }>().not.toExtend<Answer<'SELECT_CHALLENGE'>>()
expectTypeOf<Answer<'NEW_PASSWORD_REQUIRED'>>().toEqualTypeOf<{
  newPassword: string
  attributes?: Record<string, string>
}>()
expectTypeOf<{ choice: 'SOFTWARE_TOKEN_MFA' }>().toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<{ code: string; deviceName?: string }>().toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<{ email: string }>().toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<{ phoneNumber: string }>().toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<{ code: string; email: string }>().not.toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<{ answer: string }>().not.toExtend<Answer<'MFA_SETUP'>>()
expectTypeOf<Answer<'REMEMBER_DEVICE'>>().toEqualTypeOf<{ remember: boolean }>()
expectTypeOf<Answer<'UNKNOWN'>>().toEqualTypeOf<Record<string, string>>()

export async function narrowed(challenge: ActiveChallenge) {
  if (challenge.name !== 'SMS_MFA') return
  expectTypeOf(challenge.destination).toEqualTypeOf<string | undefined>()
  await challenge.respond({ code: '123456' })
  // @ts-expect-error an answer to another challenge
  await challenge.respond({ answer: 'blue' })
  // @ts-expect-error a property of another challenge
  void challenge.choices
}
