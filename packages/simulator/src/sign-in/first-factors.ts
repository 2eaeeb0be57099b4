import { readSrpA } from '../flows/read-srp-a.ts'
import { countsAsBothFactors, usablePasskeys } from '../passkeys/passkey-mfa.ts'
import type { FirstFactor, Pool, User } from '../pool/pool.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'
import { checkSignInPassword } from './check-password.ts'
import { decideMfa } from './decide-mfa.ts'
import type { StepResult } from './next-step.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'
import { stepAfterPassword } from './step-after-challenge.ts'

/** The challenges that this user can start with, in the service's order. */
export function listFirstFactors(pool: Pool, user: User): string[] {
  const factors = listConfiguredFactors(pool, user)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return toChallenges(factors.filter(isPassword))
  if (!needsSecondFactor(pool, user)) return toChallenges(factors)
  const passkeyToo = countsAsBothFactors(pool, user)
  return toChallenges(
    factors.filter((factor) => isPassword(factor) || (passkeyToo && factor === 'WEB_AUTHN')),
  )
}

/** The factors that the pool allows and the user has, even if MFA excludes them as first factor. */
export function listConfiguredFactors(pool: Pool, user: User): FirstFactor[] {
  return (Object.keys(hasFactor) as FirstFactor[]).filter((factor) => {
    return pool.firstFactors.includes(factor) && hasFactor[factor](user, pool)
  })
}

/** The challenges to offer. An unknown user gets every factor of the pool but passkeys. */
export function offerFactors({ pool, user }: SignInAttempt): string[] {
  if (user) return listFirstFactors(pool, user)
  return toChallenges(pool.firstFactors.filter((factor) => factor !== 'WEB_AUTHN'))
}

export function isFirstFactor(name: string): boolean {
  return Object.hasOwn(starters, name)
}

/** Starts the chosen factor. A password is checked at once, from the same request. */
export function takeFirstFactor(
  attempt: SignInAttempt,
  factor: string,
  parameters: Record<string, string>,
): StepResult | Promise<StepResult> {
  const offered = offerFactors(attempt)
  if (!isFirstFactor(factor) || !offered.includes(factor)) {
    throw invalidParameter(`The challenge must be one of ${offered.join(', ')}`)
  }
  return starters[factor as keyof typeof starters](attempt, parameters)
}

const hasFactor: Record<FirstFactor, (user: User, pool: Pool) => boolean> = {
  PASSWORD: ({ password }) => password !== undefined,
  EMAIL_OTP: ({ attributes }) => attributes.email !== undefined,
  SMS_OTP: ({ attributes }) => attributes.phone_number !== undefined,
  WEB_AUTHN: (user, pool) => usablePasskeys(pool, user).length > 0,
}

const starters = {
  PASSWORD_SRP(_attempt, parameters) {
    return { step: { ask: 'PASSWORD_VERIFIER', input: readSrpA(parameters) }, patch: {} }
  },
  PASSWORD(attempt, { PASSWORD: password }) {
    if (!password) throw missingParameter('PASSWORD')
    checkSignInPassword(attempt, password)
    return stepAfterPassword(attempt, 'PASSWORD')
  },
  EMAIL_OTP: () => ({ step: { ask: 'EMAIL_OTP' }, patch: {} }),
  SMS_OTP: () => ({ step: { ask: 'SMS_OTP' }, patch: {} }),
  WEB_AUTHN: () => ({ step: { ask: 'WEB_AUTHN' }, patch: {} }),
} satisfies Record<string, Starter>

type Starter = (
  attempt: SignInAttempt,
  parameters: Record<string, string>,
) => StepResult | Promise<StepResult>

/** With a second factor, only a password, or a passkey that replaces both, can be the first. */
function needsSecondFactor(pool: Pool, user: User): boolean {
  return pool.mfa === 'ON' || 'ask' in decideMfa(pool, user)
}

function isPassword(factor: FirstFactor): boolean {
  return factor === 'PASSWORD'
}

/** The challenges of the factors, in the order of the service. */
function toChallenges(factors: FirstFactor[]): string[] {
  return Object.keys(starters).filter((challenge) => {
    return factors.some((factor) => factor === challenge.replace('_SRP', ''))
  })
}
