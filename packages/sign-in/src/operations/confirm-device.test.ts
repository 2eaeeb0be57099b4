import { expect, test } from 'vitest'
import { confirmDevice } from './confirm-device.ts'

test.each([
  [{ UserConfirmationNecessary: false }, false],
  [{ UserConfirmationNecessary: true }, true],
  [{ UserConfirmationNecessary: null }, true],
  [{}, true],
])('a device of which %j is said: the user is asked, %j', (answer, UserConfirmationNecessary) => {
  expect(confirmDevice.read(answer)).toEqual({ UserConfirmationNecessary })
})
