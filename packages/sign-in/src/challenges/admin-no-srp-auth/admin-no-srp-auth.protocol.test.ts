import { expect, test } from 'vitest'
import { AuthError } from '../../protocol/auth-error.ts'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { adminNoSrpAuth } from './admin-no-srp-auth.protocol.ts'
import { asked } from './admin-no-srp-auth.recording.ts'

const refusal = new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })

const answer = { password: ' Pa55 word ' }
const contextWith = (overrides: Partial<SignInContext>) =>
  ({ plainPassword: true, password: '', ...overrides }) as SignInContext

test('reads no parameters', () => {
  expect(adminNoSrpAuth.read(asked)).toEqual({})
})

test('writes the password unchanged', () => {
  expect(adminNoSrpAuth.write?.(answer)).toEqual({ PASSWORD: ' Pa55 word ' })
})

test('a replay starts with the password of the answer', () => {
  expect(adminNoSrpAuth.password?.(answer)).toBe(answer.password)
})

test('answers by itself with the password of SIGN_IN', () => {
  expect(adminNoSrpAuth.answerItself?.({}, contextWith(answer))).toEqual(answer)
  expect(adminNoSrpAuth.answerItself?.({}, contextWith({}))).toBeUndefined()
})

test('is refused if the app does not allow to send the password', () => {
  const refused = () =>
    adminNoSrpAuth.answerItself?.({}, contextWith({ ...answer, plainPassword: false }))
  expect(refused).toThrow(refusal)
})
