import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createDeviceVerifier } from './device-verifier.ts'
import { createGroup } from './srp-group.ts'

const device = {
  key: 'us-west-2_a1b2c3d4-5678-90ab-cdef-1234567890ab',
  groupKey: '-v7w9UcY6',
  secret: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJw==',
}
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (base64: string) => Buffer.from(base64, 'base64').toString('hex')
const sha = (...parts: (string | Uint8Array)[]) => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

test('salt and verifier match a vector of a public client', async () => {
  const { Salt, PasswordVerifier } = await createDeviceVerifier(
    device,
    bytes('eb96c4a1d2b3f4051627384950a1b2c3'),
  )
  expect(Salt).toBe('AOuWxKHSs/QFFic4SVChssM=')
  expect(PasswordVerifier).toMatch(/^A3vEqwxySKSIa\+ePEwxNxfj6oa3sd7c6mVapbpMtyUSs/)
  expect(sha(PasswordVerifier).toString('hex')).toBe(
    'b6d1aee38a4000926fbaca362b96fdcb7d58e463432293f67dc2b8caa1e4e150',
  )
})

test.each([
  ['a leading zero byte', '00112233445566778899aabbccddeeff', '112233445566778899aabbccddeeff'],
  ['the top bit set', 'ff112233445566778899aabbccddee00', '00ff112233445566778899aabbccddee00'],
  ['neither', '7f112233445566778899aabbccddee00', '7f112233445566778899aabbccddee00'],
])('a salt with %s is written as a positive number', async (_, random, written) => {
  const { Salt } = await createDeviceVerifier(device, bytes(random))
  expect(hexOf(Salt)).toBe(written)
})

test.each([
  ['a leading zero byte', /^00/, /^(00[89a-f]|0[1-9a-f]|[1-7])/],
  ['the top bit set', /^[89a-f]/, /^00[89a-f]/],
])('a verifier with %s is written as a positive number', async (_, shape, written) => {
  const { powerOfTwo } = createGroup()
  const salt = bytes('7f112233445566778899aabbccddee00')
  for (let n = 0; ; n++) {
    const secret = `secret ${n}`
    const inner = sha(`${device.groupKey}${device.key}:${secret}`)
    const verifier = await powerOfTwo(BigInt(`0x${sha(salt, inner).toString('hex')}`))
    if (!shape.test(verifier.toString(16).padStart(768, '0'))) continue
    const { PasswordVerifier } = await createDeviceVerifier({ ...device, secret }, salt)
    expect(BigInt(`0x${hexOf(PasswordVerifier)}`)).toBe(verifier)
    expect(hexOf(PasswordVerifier)).toMatch(written)
    return
  }
})
