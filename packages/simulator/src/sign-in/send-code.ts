import type { Message } from '../outbox.ts'
import { maskEmail, maskPhone } from '../pool/masks.ts'
import type { ContactName } from '../pool/pool.ts'
import { Refusal } from '../wire/refusal.ts'
import { type Attempt, knownUser } from './attempt.ts'
import { writeMessage } from './write-message.ts'

export interface SentCode {
  code: string
  attribute: ContactName
  destination: string
  /** The address is new to the user, who gets it, and the factor with it, by the right code. */
  enrols: boolean
}

/** Sends a new sign-in code, and says where to in the words of the challenge. */
export async function sendCode(
  attempt: Attempt,
  attribute: ContactName,
  newAddress: string | undefined,
): Promise<{ parameters: Record<string, string>; memory: SentCode }> {
  const { service, pool, client, metadata } = attempt
  const user = knownUser(attempt)
  const medium: Message['medium'] = attribute === 'email' ? 'EMAIL' : 'SMS'
  const destination = newAddress ?? user.attributes[attribute]
  if (!destination) {
    throw new Refusal('MFAMethodNotFoundException', `The user has no ${attribute}.`)
  }
  const code = service.newCode()
  await writeMessage(
    { service, pool, clientId: client.id, user, metadata },
    { medium, destination, code, reason: 'Authentication' },
  )
  return {
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: medium,
      CODE_DELIVERY_DESTINATION: medium === 'SMS' ? maskPhone(destination) : maskEmail(destination),
      USERNAME: user.username,
      USER_ID_FOR_SRP: user.username,
    },
    memory: { code, attribute, destination, enrols: newAddress !== undefined },
  }
}
