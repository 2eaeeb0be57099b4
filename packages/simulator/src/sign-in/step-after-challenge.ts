import { decideMfa } from './decide-mfa.ts'
import { mustProveDevice, skipsMfa } from './device-rules.ts'
import type { NextStep, StepResult } from './next-step.ts'
import { orderNextChallenge } from './order-next-challenge.ts'
import type { ProvenFactor } from './proven-factor.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'

/** The step after a right password. */
export async function stepAfterPassword(
  attempt: SignInAttempt,
  challengeName: string,
): Promise<StepResult> {
  const isTemporary = requireUser(attempt).status === 'FORCE_CHANGE_PASSWORD'
  const newPassword: NextStep = { ask: 'NEW_PASSWORD_REQUIRED' }
  if (attempt.flow === 'CUSTOM_AUTH') {
    // The triggers see NEW_PASSWORD_REQUIRED in place of a temporary password.
    if (isTemporary) return { step: newPassword, patch: {} }
    return stepAfterChallenge(attempt, challengeName, 'password')
  }
  const patch = { firstFactorPending: false, proven: prove(attempt, 'password') }
  const step = isTemporary ? newPassword : stepAfterFirstFactor({ ...attempt, ...patch })
  return { step, patch }
}

/** The step after the first factor in all flows but CUSTOM_AUTH. */
export function stepAfterFirstFactor(attempt: SignInAttempt): NextStep {
  if (skipsMfa(attempt)) return { ask: 'DEVICE_SRP_AUTH' }
  const step = decideMfa(attempt.pool, requireUser(attempt))
  return 'issue' in step && mustProveDevice(attempt) ? { ask: 'DEVICE_SRP_AUTH' } : step
}

/** The step after the last challenge: tokens. In CUSTOM_AUTH the triggers decide after each challenge. */
export async function stepAfterChallenge(
  attempt: SignInAttempt,
  challengeName: string,
  provenFactor?: ProvenFactor,
): Promise<StepResult> {
  const proven = provenFactor ? prove(attempt, provenFactor) : attempt.proven
  if (attempt.flow !== 'CUSTOM_AUTH') return { step: { issue: 'tokens' }, patch: { proven } }
  const round = { challengeName, challengeResult: true }
  const { step, patch } = await orderNextChallenge({ ...attempt, proven }, round)
  return { step, patch: { ...patch, proven } }
}

function prove({ proven }: SignInAttempt, factor: ProvenFactor): ReadonlySet<ProvenFactor> {
  return new Set([...proven, factor])
}
