import { maskEmail, maskPhone } from '../pool/masks.ts'
import type { ContactName } from '../pool/pool.ts'
import { toKey } from '../pool/users.ts'
import { fromText, hash } from '../srp/bytes.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { type CodeAnswer, consumeCode } from './check-code.ts'
import { checkCodeAccount } from './check-password.ts'
import { listFirstFactors } from './first-factors.ts'
import type { StepResult } from './next-step.ts'
import { type CodeDelivery, describeDelivery, sendCode } from './send-code.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'
import { stepAfterChallenge } from './step-after-challenge.ts'

/** Sends the code of a first factor. For an unknown user it sends none but answers the same. */
export async function sendFirstFactorCode(
  attempt: SignInAttempt,
  attribute: ContactName,
): Promise<CodeDelivery> {
  if (!attempt.user) return fakeDelivery(attempt, attribute)
  checkCodeAccount(attempt.user, attempt.client)
  return sendCode(attempt, attribute, undefined)
}

/** Checks the code, and that the user can still sign in by this address. */
export async function checkFirstFactorCode(
  attempt: SignInAttempt,
  type: 'EMAIL_OTP' | 'SMS_OTP',
  answer: CodeAnswer,
): Promise<StepResult> {
  const { pool, client, user } = attempt
  const { attribute, destination } = answer.state
  if (user) {
    checkCodeAccount(user, client)
    const isTheirs = user.attributes[attribute] === destination
    if (!isTheirs || !listFirstFactors(pool, user).includes(type)) {
      throw notAuthorized('Invalid session for the user.')
    }
  }
  consumeCode(attempt, `${type}_CODE`, answer)
  if (user?.status === 'UNCONFIRMED') user.status = 'CONFIRMED'
  return stepAfterChallenge(attempt, type)
}

async function fakeDelivery(
  { pool, username }: SignInAttempt,
  attribute: ContactName,
): Promise<CodeDelivery> {
  const name = toKey(pool, username)
  const [first = 0, second = 0, ...digits] = await hash(fromText(`${pool.id} ${name}`))
  const letters = [first, second].map((byte) => String.fromCharCode(97 + (byte % 26)))
  const isTyped = attribute === 'email' ? name.includes('@') : /^\+\d{5,}$/.test(name)
  const madeUp =
    attribute === 'email' ? letters.join('@') : digits.map((byte) => byte % 10).join('')
  const masked = (attribute === 'email' ? maskEmail : maskPhone)(isTyped ? name : madeUp)
  return {
    parameters: describeDelivery(attribute, masked),
    state: { code: undefined, attribute, destination: '', enrols: false },
  }
}
