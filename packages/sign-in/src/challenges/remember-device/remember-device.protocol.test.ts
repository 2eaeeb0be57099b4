import { expect, test } from 'vitest'
import { rememberDevice } from './remember-device.protocol.ts'
import { asked } from './remember-device.recording.ts'

test('has nothing to read', () => {
  expect(rememberDevice.read(asked)).toEqual({})
})

test.each([
  [true, 'remembered'],
  [false, 'not_remembered'],
])('writes %j in Cognito’s own word', (remember, DeviceRememberedStatus) => {
  expect(rememberDevice.write({ remember })).toEqual({ DeviceRememberedStatus })
})
