import { expect, test } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { passwordSrp } from './password-srp.protocol.ts'
import { asked } from './password-srp.recording.ts'

const answer = { password: ' Pa55 word ' }
const contextWith = (password: string) =>
  ({ password, srp: async () => ({ publicKey: 'abc123' }) }) as unknown as SignInContext

test('reads no parameters', () => {
  expect(passwordSrp.read(asked)).toEqual({})
})

test('sends SRP_A and not the password', async () => {
  const requests = stepRequests({}, { source: asked, context: contextWith('') })
  await passwordSrp.submit?.(answer, requests)
  expect(requests.respond).toHaveBeenCalledExactlyOnceWith({ SRP_A: 'abc123' })
})

test('a replay starts with the password of the answer', () => {
  expect(passwordSrp.password?.(answer)).toBe(answer.password)
})

test('answers by itself with the password of SIGN_IN', () => {
  expect(passwordSrp.answerItself?.({}, contextWith(answer.password))).toEqual(answer)
  expect(passwordSrp.answerItself?.({}, contextWith(''))).toBeUndefined()
})
