import { expect, test } from 'vitest'
import { AuthError } from '../../protocol/auth-error.ts'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { password } from './password.protocol.ts'
import { asked } from './password.recording.ts'

const refusal = new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })

const given = { password: ' Pa55 word ' }
const holding = (own: Partial<SignInContext>) =>
  ({ plainPassword: true, password: '', ...own }) as SignInContext

test('asks nothing but the password', () => {
  expect(password.read(asked)).toEqual({})
})

test('writes it to the letter', () => {
  expect(password.write?.(given)).toEqual({ PASSWORD: ' Pa55 word ' })
})

test('hands it on', () => {
  expect(password.password?.(given)).toBe(given.password)
})

test('takes the one that was given at the start', () => {
  expect(password.answerItself?.({}, holding(given))).toEqual(given)
  expect(password.answerItself?.({}, holding({}))).toBeUndefined()
})

test('is refused where the app does not let a password go out', () => {
  const refused = () => password.answerItself?.({}, holding({ ...given, plainPassword: false }))
  expect(refused).toThrow(refusal)
})
