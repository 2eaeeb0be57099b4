import { expect, test } from 'vitest'
import { protocolFor } from '../challenge.ts'
import { unknown } from './unknown.protocol.ts'
import { asked } from './unknown.recording.ts'

test('hands over what was asked, raw', () => {
  expect(unknown.read(asked)).toEqual({ cognitoName: 'FACE_SCAN', parameters: { HINT: 'look up' } })
})

test('writes what it is given, raw', () => {
  expect(unknown.write?.({ FACE: 'mine' })).toEqual({ FACE: 'mine' })
})

test.each(['FACE_SCAN', '', '__proto__', 'constructor', 'toString', 'sms_mfa', 'default'])(
  'stands in for the name %j',
  (name) => {
    expect(protocolFor(name)).toBe(unknown)
  },
)
