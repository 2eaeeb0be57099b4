import { expect, test } from 'vitest'
import { protocolFor } from '../challenge.ts'
import { unknown } from './unknown.protocol.ts'
import { asked } from './unknown.recording.ts'

test('reads the ChallengeName and the parameters unchanged', () => {
  expect(unknown.read(asked)).toEqual({ cognitoName: 'FACE_SCAN', parameters: { HINT: 'look up' } })
})

test('writes the responses unchanged', () => {
  expect(unknown.write?.({ FACE: 'mine' })).toEqual({ FACE: 'mine' })
})

test.each(['FACE_SCAN', '', '__proto__', 'constructor', 'toString', 'sms_mfa', 'default'])(
  'is the protocol of the name %j',
  (name) => {
    expect(protocolFor(name)).toBe(unknown)
  },
)
