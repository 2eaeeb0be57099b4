import { expect, test } from 'vitest'
import { toOpaque } from '../protocol/opaque.ts'
import { firstStep, usernameIn } from './first-step.ts'
import { signIn } from './sign-in/sign-in.protocol.ts'

const source = { asksPassword: true, gavePassword: false }

test('the first step is what the protocol of SIGN_IN reads', () => {
  const { name, startsSignIn, challenge } = firstStep(source)
  expect([name, startsSignIn, challenge]).toEqual([
    signIn.name,
    signIn.startsSignIn,
    signIn.read(source),
  ])
})

test('the username has no spaces at its ends', () => {
  expect(usernameIn(toOpaque({ username: ' ana ', password: ' x ' }))).toBe('ana')
})
