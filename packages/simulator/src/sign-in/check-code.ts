import { claimAliases } from '../pool/aliases.ts'
import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { MfaType } from '../pool/pool.ts'
import { missingParameter, Refusal } from '../wire/refusal.ts'
import { type Attempt, knownUser } from './attempt.ts'
import type { SentCode } from './send-code.ts'

/** Takes the code that was sent; it proves that the address is the user's. */
export function checkCode(
  attempt: Attempt,
  type: MfaType,
  { responses, memory }: { responses: Record<string, string>; memory: SentCode },
): void {
  const given = responses[`${type}_CODE`]
  if (!given) throw missingParameter(`${type}_CODE`)

  const user = knownUser(attempt)
  const now = attempt.service.clock.now()
  checkLockOut(user, now)
  if (given !== memory.code) {
    countFailure(user, now)
    const message = 'Invalid code or auth state for the user.'
    throw new Refusal('CodeMismatchException', message)
  }
  // An administrator may have changed the address since.
  if (!memory.enrols && user.attributes[memory.attribute] !== memory.destination) return
  const proven = {
    [memory.attribute]: memory.destination,
    [`${memory.attribute}_verified`]: 'true',
  }
  claimAliases(attempt.pool, user, proven, { force: false })
  Object.assign(user.attributes, proven)
  if (memory.enrols) user.mfa = [...new Set([...user.mfa, type])]
}
