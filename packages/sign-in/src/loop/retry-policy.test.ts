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

describe('a refused proof is retried', () => {
  test.each<[string, Row, ReturnType<typeof shouldRetry>]>([
    ['not while the clocks agree', refusedProof, undefined],
    [
      'with the service clock while the clocks differ',
      { ...refusedProof, clockIsOff: true },
      'service-clock',
    ],
    [
      'not twice with the service clock',
      { ...refusedProof, clockIsOff: true, usesServiceClock: true },
      undefined,
    ],
    [
      'not after another error',
      { ...refusedProof, code: 'locked-out', clockIsOff: true },
      undefined,
    ],
    [
      'not in a step without a timestamp',
      { ...refusedProof, step: 'PASSWORD', clockIsOff: true },
      undefined,
    ],
    [
      'with the service clock if it is the proof of a device',
      { ...refusedDevice, clockIsOff: true },
      'service-clock',
    ],
    [
      'without the device after the service clock did not help',
      { ...refusedDevice, hasDevice: true, clockIsOff: true, usesServiceClock: true },
      'without-device',
    ],
  ])('%s', (_, row, reason) => {
    expect(shouldRetry(facts(row))).toBe(reason)
  })
})

describe('a device that the service does not know is dropped', () => {
  test.each<[string, Row, ReturnType<typeof shouldRetry>]>([
    ['when its proof is refused', { ...refusedDevice, hasDevice: true }, 'without-device'],
    [
      'when its key is invalid',
      { step: 'DEVICE_SRP_AUTH', code: 'invalid-entry', hasDevice: true },
      'without-device',
    ],
    ['at the start', { ...unknownDevice, step: 'SIGN_IN', hasDevice: true }, 'without-device'],
    ['in any step', { ...unknownDevice, step: 'SMS_MFA', hasDevice: true }, 'without-device'],
    ['not if the request named no device', { ...unknownDevice, step: 'SIGN_IN' }, undefined],
    ['not if it was dropped before', refusedDevice, undefined],
    [
      'not when the proof of the password is refused',
      { ...refusedProof, hasDevice: true },
      undefined,
    ],
    [
      'not while the service is down',
      { ...refusedDevice, code: 'service-down', hasDevice: true },
      undefined,
    ],
  ])('%s', (_, row, reason) => {
    expect(shouldRetry(facts(row))).toBe(reason)
  })
})

describe('the final error', () => {
  test.each<[string, Row, AuthErrorCode]>([
    ['a refused proof with the clock of the device', refusedProof, 'wrong-credentials'],
    [
      'a refused proof with the service clock',
      { ...refusedProof, usesServiceClock: true },
      'wrong-credentials',
    ],
    [
      'a refused proof with a service clock that has changed',
      { ...refusedProof, usesServiceClock: true, clockIsOff: true },
      'clock',
    ],
    [
      'another refusal with the service clock',
      { step: 'SMS_MFA', code: 'code-wrong', usesServiceClock: true },
      'code-wrong',
    ],
  ])('%s', (_, row, code) => {
    expect(finalError(facts(row)).code).toBe(code)
  })

  test('clock has challengeKept: false', () => {
    const error = finalError(facts({ ...refusedProof, usesServiceClock: true, clockIsOff: true }))
    expect(error.details).toMatchObject({ step: 'PASSWORD_VERIFIER', challengeKept: false })
  })
})
