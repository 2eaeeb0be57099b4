import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { parseList } from '../json-list.ts'

/** An administrator made the account: the user replaces the temporary password. */
export interface NewPasswordRequiredChallenge {
  name: 'NEW_PASSWORD_REQUIRED'
  /** Attributes that the pool demands and that have no value yet, e.g. `name`, `custom:team`. */
  requiredAttributes: string[]
}

export interface NewPasswordRequiredAnswer {
  newPassword: string
  attributes?: Record<string, string>
}

export const newPasswordRequired: ChallengeProtocol<
  NewPasswordRequiredChallenge,
  NewPasswordRequiredAnswer
> = {
  name: 'NEW_PASSWORD_REQUIRED',
  read: ({ ChallengeParameters }) => ({
    requiredAttributes: readRequired(
      ChallengeParameters['requiredAttributes'],
      ChallengeParameters['userAttributes'],
    ),
  }),
  write: ({ newPassword, attributes = {} }) => ({
    NEW_PASSWORD: newPassword,
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [prefix + name, value]),
    ),
  }),
  password: ({ newPassword }) => newPassword,
}

// The entries of requiredAttributes carry it, the keys of userAttributes do not.
const prefix = 'userAttributes.'
const most = 50
const longest = 32

function readRequired(required: string | undefined, present: string | undefined): string[] {
  const values = parseObject(present)
  const names = parseList(required)
    .map((entry) => (entry.startsWith(prefix) ? entry.slice(prefix.length) : entry))
    .filter((name) => /^([a-z_]+|(dev:)?custom:[\p{L}\p{M}\p{S}\p{N}\p{P}]+)$/u.test(name))
    // Nor is it the name of anything that every object has.
    .filter((name) => name.length <= longest && !(name in {}))
    // Cognito refuses a change of a required attribute that has a value already.
    .filter((name) => !(Object.hasOwn(values, name) && values[name]))
  return [...new Set(names)].slice(0, most)
}

function parseObject(text: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}
