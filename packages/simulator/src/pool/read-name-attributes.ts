import { invalidParameter } from '../wire/service-exception.ts'
import type { Pool } from './pool.ts'

/** The attributes that a new user's typed name implies. Throws if the pool does not accept such a name. */
export function readNameAttributes(pool: Pool, typedName: string): Record<string, string> {
  const { usernameAttributes: kinds, aliasAttributes } = pool
  const isEmail = typedName.includes('@')
  const isPhone = /^\+\d+$/.test(typedName)
  if (kinds.length === 0) {
    const alias = isEmail ? 'email' : isPhone ? 'phone_number' : undefined
    if (alias && aliasAttributes.includes(alias)) {
      const kind = alias === 'email' ? 'email' : 'phone number'
      throw invalidParameter(
        `Username cannot be of ${kind} format, since user pool is configured for ${kind} alias.`,
      )
    }
    return {}
  }
  if (isEmail && kinds.includes('email')) return { email: typedName }
  if (isPhone && kinds.includes('phone_number')) return { phone_number: typedName }
  if (kinds.length === 2) {
    throw invalidParameter('Username should be either an email or a phone number.')
  }
  throw invalidParameter(
    `Username should be ${kinds[0] === 'email' ? 'an email' : 'a phone number'}.`,
  )
}
