import { expect, test, vi } from 'vitest'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { rememberDevice } from './remember-device.protocol.ts'
import { asked } from './remember-device.recording.ts'

test('reads no parameters', () => {
  expect(rememberDevice.read(asked)).toEqual({})
})

test.each([
  [true, 1],
  [false, 0],
])('remember: %j signs in and calls remember() %i times', async (yes, times) => {
  const remember = vi.fn(async () => {})
  const requests = stepRequests({}, { source: { remember } })
  expect(await rememberDevice.submit?.({ remember: yes }, requests)).toEqual({ kind: 'signed-in' })
  expect(remember).toHaveBeenCalledTimes(times)
})
