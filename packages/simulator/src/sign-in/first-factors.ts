import { readSrpA } from '../flows/read-srp-a.ts'
import { passkeyDoesForBoth, usablePasskeys } from '../passkeys/passkey-mfa.ts'
import type { FirstFactor, Pool, User } from '../pool/pool.ts'
import { invalidParameter, missingParameter } from '../wire/refusal.ts'
import type { Attempt, Step } from './attempt.ts'
import { checkSignInPassword } from './check-password.ts'
import { decideMfa } from './mfa-decision.ts'
import { afterPassword } from './next-step.ts'

/** What this user may begin with. */
export function listFirstFactors(pool: Pool, user: User): string[] {
  const factors = listConfiguredFactors(pool, user)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return toChallenges(factors.filter(isPassword))
  if (!needsSecondFactor(pool, user)) return toChallenges(factors)
  const passkeyToo = passkeyDoesForBoth(pool, user)
  return toChallenges(
    factors.filter((factor) => isPassword(factor) || (passkeyToo && factor === 'WEB_AUTHN')),
  )
}

/** What the pool allows and the user has, whether or not it may be used alone. */
export function listConfiguredFactors(pool: Pool, user: User): FirstFactor[] {
  return (Object.keys(means) as FirstFactor[]).filter((factor) => {
    return pool.firstFactors.includes(factor) && means[factor](user, pool)
  })
}

/** The same for the wire: an unknown name is offered what most users are. */
export function offerFactors({ pool, user }: Attempt): string[] {
  if (user) return listFirstFactors(pool, user)
  return toChallenges(pool.firstFactors.filter((factor) => factor !== 'WEB_AUTHN'))
}

export function isFirstFactor(name: string): boolean {
  return Object.hasOwn(steps, name)
}

/** Goes on with the chosen factor; a password or its proof begins in the same request. */
export function takeFirstFactor(
  attempt: Attempt,
  factor: string,
  given: Record<string, string>,
): Step | Promise<Step> {
  const offered = offerFactors(attempt)
  if (!isFirstFactor(factor) || !offered.includes(factor)) {
    throw invalidParameter(`The challenge must be one of ${offered.join(', ')}`)
  }
  return steps[factor as keyof typeof steps](attempt, given)
}

const means: Record<FirstFactor, (user: User, pool: Pool) => boolean> = {
  PASSWORD: ({ password }) => password !== undefined,
  EMAIL_OTP: ({ attributes }) => attributes.email !== undefined,
  SMS_OTP: ({ attributes }) => attributes.phone_number !== undefined,
  WEB_AUTHN: (user, pool) => usablePasskeys(pool, user).length > 0,
}

type Given = Record<string, string>

const steps = {
  PASSWORD_SRP(_attempt, given) {
    return { ask: 'PASSWORD_VERIFIER', given: readSrpA(given) }
  },
  PASSWORD(attempt, { PASSWORD: password }) {
    if (!password) throw missingParameter('PASSWORD')
    checkSignInPassword(attempt, password)
    return afterPassword(attempt, 'PASSWORD')
  },
  EMAIL_OTP: () => ({ ask: 'EMAIL_OTP' }),
  SMS_OTP: () => ({ ask: 'SMS_OTP' }),
  WEB_AUTHN: () => ({ ask: 'WEB_AUTHN' }),
} satisfies Record<string, (attempt: Attempt, given: Given) => Step | Promise<Step>>

/** Only a password can be followed by one. */
function needsSecondFactor(pool: Pool, user: User): boolean {
  return pool.mfa === 'ON' || 'ask' in decideMfa(pool, user)
}

function isPassword(factor: FirstFactor): boolean {
  return factor === 'PASSWORD'
}

/** In the order in which the service lists them. */
function toChallenges(factors: FirstFactor[]): string[] {
  return Object.keys(steps).filter((challenge) => {
    return factors.some((factor) => factor === challenge.replace('_SRP', ''))
  })
}
