import { expect, test } from 'vitest'
import { AuthError } from '../../protocol/auth-error.ts'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { adminNoSrpAuth } from './admin-no-srp-auth.protocol.ts'
import { asked } from './admin-no-srp-auth.recording.ts'

const refusal = new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })

const given = { password: ' Pa55 word ' }
const holding = (own: Partial<SignInContext>) =>
  ({ plainPassword: true, password: '', ...own }) as SignInContext

test('asks nothing but the password', () => {
  expect(adminNoSrpAuth.read(asked)).toEqual({})
})

test('writes it to the letter', () => {
  expect(adminNoSrpAuth.write?.(given)).toEqual({ PASSWORD: ' Pa55 word ' })
})

test('hands it on', () => {
  expect(adminNoSrpAuth.password?.(given)).toBe(given.password)
})

test('takes the one that was given at the start', () => {
  expect(adminNoSrpAuth.answerItself?.({}, holding(given))).toEqual(given)
  expect(adminNoSrpAuth.answerItself?.({}, holding({}))).toBeUndefined()
})

test('is refused where the app does not let a password go out', () => {
  const refused = () =>
    adminNoSrpAuth.answerItself?.({}, holding({ ...given, plainPassword: false }))
  expect(refused).toThrow(refusal)
})
