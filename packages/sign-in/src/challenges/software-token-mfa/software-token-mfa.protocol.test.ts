import { expect, test } from 'vitest'
import { softwareTokenMfa } from './software-token-mfa.protocol.ts'
import { asked } from './software-token-mfa.recording.ts'

test('reads the name of the device, which may be empty', () => {
  expect(softwareTokenMfa.read(asked)).toEqual({ deviceName: 'Pixel' })
  const ChallengeParameters = { FRIENDLY_DEVICE_NAME: '' }
  expect(softwareTokenMfa.read({ ...asked, ChallengeParameters })).toEqual({
    deviceName: undefined,
  })
})

test('writes the code under the key that Cognito expects', () => {
  expect(softwareTokenMfa.write?.({ code: '123456' })).toEqual({
    SOFTWARE_TOKEN_MFA_CODE: '123456',
  })
})
