import { expect, test } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { deviceSrpAuth } from './device-srp-auth.protocol.ts'
import { asked } from './device-srp-auth.recording.ts'

const srp = async () => ({ publicKey: 'a1', prove: async () => '', spent: false })
const device = { key: 'eu-west-1_a1b2', groupKey: '-v7w9UcY6', secret: 'secret' }

test('writes the device key and SRP_A', async () => {
  const context: Partial<SignInContext> = { device, srp }
  const answer = await deviceSrpAuth.answerItself?.(
    deviceSrpAuth.read(asked),
    context as SignInContext,
  )
  expect(answer && deviceSrpAuth.write?.(answer)).toEqual({
    DEVICE_KEY: 'eu-west-1_a1b2',
    SRP_A: 'a1',
  })
})

test('a bad answer, if this browser has no device', async () => {
  const context: Partial<SignInContext> = { device: undefined, srp }
  await expect(deviceSrpAuth.answerItself?.({}, context as SignInContext)).rejects.toMatchObject({
    code: 'bad-answer',
  })
})
