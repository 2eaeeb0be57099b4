import { claimAliases } from '../pool/aliases.ts'
import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { MfaType } from '../pool/pool.ts'
import { indexNames } from '../pool/users.ts'
import { missingParameter, Refusal } from '../wire/refusal.ts'
import { type Attempt, knownUser, whoTries } from './attempt.ts'
import { checkSetUpNeeded } from './check-set-up-needed.ts'
import type { SentCode } from './send-code.ts'

export interface CodeAnswer {
  responses: Record<string, string>
  memory: SentCode
}

/** Takes the code of a second factor, which may be a new one. */
export function checkCode(attempt: Attempt, type: MfaType, answer: CodeAnswer): void {
  const user = knownUser(attempt)
  if (answer.memory.enrols) checkSetUpNeeded(attempt.pool, user)
  spendCode(attempt, `${type}_CODE`, answer)
  if (answer.memory.enrols) user.mfa = [...new Set([...user.mfa, type])]
}

/** Takes the code that was sent; it proves that the address is the user's. */
export function spendCode(attempt: Attempt, key: string, { responses, memory }: CodeAnswer): void {
  const { service, pool, user } = attempt
  const given = responses[key]
  if (!given) throw missingParameter(key)

  const now = service.clock.now()
  const tries = whoTries(attempt)
  checkLockOut(tries, now)
  if (!user || given !== memory.code) {
    countFailure(tries, now)
    const message = 'Invalid code or auth state for the user.'
    throw new Refusal('CodeMismatchException', message)
  }
  // An administrator may have changed the address since.
  if (!memory.enrols && user.attributes[memory.attribute] !== memory.destination) return
  const proven = {
    [memory.attribute]: memory.destination,
    [`${memory.attribute}_verified`]: 'true',
  }
  claimAliases(pool, user, proven, { force: false })
  Object.assign(user.attributes, proven)
  indexNames(pool, user)
}
