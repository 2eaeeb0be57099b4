import { expect, test, vi } from 'vitest'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { rememberDevice } from './remember-device.protocol.ts'
import { asked } from './remember-device.recording.ts'

test('has nothing to read', () => {
  expect(rememberDevice.read(asked)).toEqual({})
})

test.each([
  [true, 1],
  [false, 0],
])('after %j the user is signed in, and the device is remembered %i times', async (yes, times) => {
  const remember = vi.fn(async () => {})
  const requests = stepRequests({}, { source: { remember } })
  expect(await rememberDevice.submit?.({ remember: yes }, requests)).toEqual({ kind: 'signed-in' })
  expect(remember).toHaveBeenCalledTimes(times)
})
