import { maskEmail, maskPhone } from '../pool/masks.ts'
import type { ContactName } from '../pool/pool.ts'
import { toKey } from '../pool/users.ts'
import { fromText, hash } from '../srp/bytes.ts'
import { notAuthorized } from '../wire/refusal.ts'
import type { Attempt, Step } from './attempt.ts'
import { type CodeAnswer, spendCode } from './check-code.ts'
import { checkCodeAccount } from './check-password.ts'
import { listFirstFactors } from './first-factors.ts'
import { afterFactor } from './next-step.ts'
import { describeDelivery, type SendingCode, sendCode } from './send-code.ts'

/** Sends a code that opens the account by itself; to an unknown name it only seems so. */
export async function sendFirstCode(
  attempt: Attempt,
  attribute: ContactName,
): Promise<SendingCode> {
  if (!attempt.user) return pretend(attempt, attribute)
  checkCodeAccount(attempt.user, attempt.client)
  return sendCode(attempt, attribute, undefined)
}

/** Takes it, unless it has become another's way in. */
export async function checkFirstCode(
  attempt: Attempt,
  type: 'EMAIL_OTP' | 'SMS_OTP',
  answer: CodeAnswer,
): Promise<Step> {
  const { pool, client, user } = attempt
  const { attribute, destination } = answer.memory
  if (user) {
    checkCodeAccount(user, client)
    const isTheirs = user.attributes[attribute] === destination
    if (!isTheirs || !listFirstFactors(pool, user).includes(type)) {
      throw notAuthorized('Invalid session for the user.')
    }
  }
  spendCode(attempt, `${type}_CODE`, answer)
  if (user?.status === 'UNCONFIRMED') user.status = 'CONFIRMED'
  return afterFactor(attempt, type)
}

async function pretend({ pool, username }: Attempt, attribute: ContactName): Promise<SendingCode> {
  const name = toKey(pool, username)
  const [first = 0, second = 0, ...digits] = await hash(fromText(`${pool.id} ${name}`))
  const letters = [first, second].map((byte) => String.fromCharCode(97 + (byte % 26)))
  const isTyped = attribute === 'email' ? name.includes('@') : /^\+\d{5,}$/.test(name)
  const madeUp =
    attribute === 'email' ? letters.join('@') : digits.map((byte) => byte % 10).join('')
  const masked = (attribute === 'email' ? maskEmail : maskPhone)(isTyped ? name : madeUp)
  return {
    parameters: describeDelivery(attribute, masked),
    memory: { code: undefined, attribute, destination: '', enrols: false },
  }
}
