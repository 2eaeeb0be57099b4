import { orderRound } from '../flows/order-round.ts'
import { type Attempt, knownUser, type Step } from './attempt.ts'
import { provesDevice, sparesMfa } from './device-rules.ts'
import { decideMfa } from './mfa-decision.ts'

/** The password was right. */
export async function afterPassword(attempt: Attempt, challengeName: string): Promise<Step> {
  const user = knownUser(attempt)
  attempt.choosing = false
  if (attempt.flow !== 'CUSTOM_AUTH') attempt.rounds.push({ challengeName, challengeResult: true })
  if (user.status === 'FORCE_CHANGE_PASSWORD') return { ask: 'NEW_PASSWORD_REQUIRED' }
  if (attempt.flow === 'CUSTOM_AUTH') return afterFactor(attempt, challengeName)
  return afterFirstFactor(attempt)
}

/** What else the service asks for before there are tokens. */
export function afterFirstFactor(attempt: Attempt): Step {
  if (sparesMfa(attempt)) return { ask: 'DEVICE_SRP_AUTH' }
  const step = decideMfa(attempt.pool, knownUser(attempt))
  return 'issue' in step && provesDevice(attempt) ? { ask: 'DEVICE_SRP_AUTH' } : step
}

/** A challenge of the service's own is done; in CUSTOM_AUTH the triggers have the next word. */
export async function afterFactor(attempt: Attempt, challengeName: string): Promise<Step> {
  if (attempt.flow !== 'CUSTOM_AUTH') return { issue: 'tokens' }
  attempt.rounds.push({ challengeName, challengeResult: true })
  return orderRound(attempt)
}
