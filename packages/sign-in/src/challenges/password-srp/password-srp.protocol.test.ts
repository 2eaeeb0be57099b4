import { expect, test } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { passwordSrp } from './password-srp.protocol.ts'
import { asked } from './password-srp.recording.ts'

const given = { password: ' Pa55 word ' }
const holding = (password: string) =>
  ({ password, srp: async () => ({ publicKey: 'abc123' }) }) as unknown as SignInContext

test('asks nothing but the password', () => {
  expect(passwordSrp.read(asked)).toEqual({})
})

test('begins its proof, and does not send it', async () => {
  const requests = stepRequests({}, { source: asked, context: holding('') })
  await passwordSrp.submit?.(given, requests)
  expect(requests.respond).toHaveBeenCalledExactlyOnceWith({ SRP_A: 'abc123' })
})

test('hands it on', () => {
  expect(passwordSrp.password?.(given)).toBe(given.password)
})

test('takes the one that was given at the start', () => {
  expect(passwordSrp.answerItself?.({}, holding(given.password))).toEqual(given)
  expect(passwordSrp.answerItself?.({}, holding(''))).toBeUndefined()
})
