import { expect, test } from 'vitest'
import { confirmDevice } from './confirm-device.ts'

test.each([
  [{ UserConfirmationNecessary: false }, false],
  [{ UserConfirmationNecessary: true }, true],
  [{ UserConfirmationNecessary: null }, true],
  [{}, true],
])('after %j the user must agree: %j', (answer, UserConfirmationNecessary) => {
  expect(confirmDevice.read(answer)).toEqual({ UserConfirmationNecessary })
})
