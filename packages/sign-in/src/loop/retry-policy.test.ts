import { describe, expect, test } from 'vitest'
import { protocolFor } from '../challenges/challenge.ts'
import { AuthError, type AuthErrorDetails } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import { finalError, type RetryFacts, shouldRetry } from './retry-policy.ts'

const device = { key: 'eu-west-1_d', groupKey: '-g', secret: 's' }

interface Row {
  step: string
  code: AuthErrorCode
  exception?: string
  hasDevice?: boolean
  clockIsOff?: boolean
  usesServiceClock?: boolean
}

function facts(row: Row): RetryFacts {
  const { step, code, exception, hasDevice = false, clockIsOff = false } = row
  const details: AuthErrorDetails = { step, ...(exception && { exception }) }
  return {
    error: new AuthError(code, details),
    protocol: protocolFor(step),
    attempt: {
      usesServiceClock: row.usesServiceClock ?? false,
      device: hasDevice ? device : undefined,
    },
    clockIsOff,
  }
}

const refusedProof = { step: 'PASSWORD_VERIFIER', code: 'wrong-credentials' } as const
const refusedDevice = { step: 'DEVICE_PASSWORD_VERIFIER', code: 'wrong-credentials' } as const
const unknownDevice = { exception: 'ResourceNotFoundException', code: 'configuration' } as const

describe('a proof that is refused', () => {
  test.each<[string, Row, ReturnType<typeof shouldRetry>]>([
    ['while both clocks agree', refusedProof, undefined],
    ['while the clocks differ', { ...refusedProof, clockIsOff: true }, 'service-clock'],
    [
      'by the service’s clock already',
      { ...refusedProof, clockIsOff: true, usesServiceClock: true },
      undefined,
    ],
    ['for another reason', { ...refusedProof, code: 'locked-out', clockIsOff: true }, undefined],
    [
      'in a step without the time in it',
      { ...refusedProof, step: 'PASSWORD', clockIsOff: true },
      undefined,
    ],
    [
      'of a device, while the clocks differ',
      { ...refusedDevice, clockIsOff: true },
      'service-clock',
    ],
    [
      'of a device, by the service’s clock already',
      { ...refusedDevice, hasDevice: true, clockIsOff: true, usesServiceClock: true },
      'without-device',
    ],
  ])('%s', (_, row, reason) => {
    expect(shouldRetry(facts(row))).toBe(reason)
  })
})

describe('a device that the service no longer knows', () => {
  test.each<[string, Row, ReturnType<typeof shouldRetry>]>([
    ['where it is proved', { ...refusedDevice, hasDevice: true }, 'without-device'],
    [
      'where its key is not valid',
      { step: 'DEVICE_SRP_AUTH', code: 'invalid-entry', hasDevice: true },
      'without-device',
    ],
    ['at the start', { ...unknownDevice, step: 'SIGN_IN', hasDevice: true }, 'without-device'],
    ['in any step', { ...unknownDevice, step: 'SMS_MFA', hasDevice: true }, 'without-device'],
    ['where no device was named', { ...unknownDevice, step: 'SIGN_IN' }, undefined],
    ['where it was dropped already', refusedDevice, undefined],
    ['in a step that proves the password', { ...refusedProof, hasDevice: true }, undefined],
    [
      'while the service is down',
      { ...refusedDevice, code: 'service-down', hasDevice: true },
      undefined,
    ],
  ])('%s', (_, row, reason) => {
    expect(shouldRetry(facts(row))).toBe(reason)
  })
})

describe('what to tell the user', () => {
  test.each<[string, Row, AuthErrorCode]>([
    ['a refusal by this device’s clock', refusedProof, 'wrong-credentials'],
    ['a refusal by the service’s clock', { ...refusedProof, usesServiceClock: true }, 'clock'],
    [
      'another refusal by the service’s clock',
      { step: 'SMS_MFA', code: 'code-wrong', usesServiceClock: true },
      'code-wrong',
    ],
  ])('%s', (_, row, code) => {
    expect(finalError(facts(row)).code).toBe(code)
  })

  test('a wrong clock ends the sign-in', () => {
    const error = finalError(facts({ ...refusedProof, usesServiceClock: true }))
    expect(error.details).toMatchObject({ step: 'PASSWORD_VERIFIER', challengeKept: false })
  })
})
