import type { SentMessage } from '../outbox.ts'
import { maskEmail, maskPhone } from '../pool/masks.ts'
import type { ContactName } from '../pool/pool.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'
import { writeMessage } from './write-message.ts'

export interface SentCode {
  /** Undefined for an unknown user: nothing was sent, and no answer is right. */
  code: string | undefined
  attribute: ContactName
  destination: string
  /** True in MFA_SETUP: the right code adds the address and turns the factor on. */
  enrols: boolean
}

export interface CodeDelivery {
  parameters: Record<string, string>
  state: SentCode
}

/** Sends a new code, and describes its delivery in the challenge parameters. */
export async function sendCode(
  attempt: SignInAttempt,
  attribute: ContactName,
  newAddress: string | undefined,
): Promise<CodeDelivery> {
  const { service, pool, client, clientMetadata, firstFactorPending } = attempt
  const user = requireUser(attempt)
  const destination = newAddress ?? user.attributes[attribute]
  if (!destination) {
    throw new ServiceException('MFAMethodNotFoundException', `The user has no ${attribute}.`)
  }
  const code = service.newCode(firstFactorPending ? 8 : 6)
  await writeMessage(
    { service, pool, clientId: client.id, user, clientMetadata },
    { medium: toMedium(attribute), destination, code, reason: 'Authentication' },
  )
  const masked = (attribute === 'email' ? maskEmail : maskPhone)(destination)
  return {
    parameters: {
      ...describeDelivery(attribute, masked),
      // The service sends no username with a first factor.
      ...(!firstFactorPending && { USERNAME: user.username, USER_ID_FOR_SRP: user.username }),
    },
    state: { code, attribute, destination, enrols: newAddress !== undefined },
  }
}

export function describeDelivery(attribute: ContactName, masked: string): Record<string, string> {
  return {
    CODE_DELIVERY_DELIVERY_MEDIUM: toMedium(attribute),
    CODE_DELIVERY_DESTINATION: masked,
  }
}

function toMedium(attribute: ContactName): SentMessage['medium'] {
  return attribute === 'email' ? 'EMAIL' : 'SMS'
}
