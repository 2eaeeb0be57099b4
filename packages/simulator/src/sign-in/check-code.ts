import { claimAliases } from '../pool/aliases.ts'
import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { MfaType } from '../pool/pool.ts'
import { indexNames } from '../pool/users.ts'
import { missingParameter, ServiceException } from '../wire/service-exception.ts'
import { checkSetUpNeeded } from './check-set-up-needed.ts'
import { lockOutSubject } from './lock-out-subject.ts'
import type { SentCode } from './send-code.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'

export interface CodeAnswer {
  responses: Record<string, string>
  state: SentCode
}

/** Checks the code of a second factor, and turns the factor on if MFA_SETUP sent the code. */
export function checkCode(attempt: SignInAttempt, type: MfaType, answer: CodeAnswer): void {
  const user = requireUser(attempt)
  if (answer.state.enrols) checkSetUpNeeded(attempt.pool, user)
  consumeCode(attempt, `${type}_CODE`, answer)
  if (answer.state.enrols) user.mfa = [...new Set([...user.mfa, type])]
}

/** Checks the code that was sent, and marks its address as verified. Throws for a wrong code. */
export function consumeCode(
  attempt: SignInAttempt,
  key: string,
  { responses, state }: CodeAnswer,
): void {
  const { service, pool, user } = attempt
  const code = responses[key]
  if (!code) throw missingParameter(key)

  const now = service.clock.now()
  const subject = lockOutSubject(attempt)
  checkLockOut(subject, now)
  if (!user || code !== state.code) {
    countFailure(subject, now)
    const message = 'Invalid code or auth state for the user.'
    throw new ServiceException('CodeMismatchException', message)
  }
  // An administrator may have changed the address in the meantime.
  if (!state.enrols && user.attributes[state.attribute] !== state.destination) return
  const verifiedAttributes = {
    [state.attribute]: state.destination,
    [`${state.attribute}_verified`]: 'true',
  }
  claimAliases(pool, user, verifiedAttributes, { force: false })
  Object.assign(user.attributes, verifiedAttributes)
  indexNames(pool, user)
}
