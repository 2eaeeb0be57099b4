import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { parseList } from '../json-list.ts'

/** The user must replace a temporary password. See `docs/cognito.md#new-password-required`. */
export interface NewPasswordRequiredChallenge {
  name: 'NEW_PASSWORD_REQUIRED'
  /** The required attributes that have no value yet, e.g. `name` or `custom:team`. */
  requiredAttributes: string[]
}

export interface NewPasswordRequiredAnswer {
  newPassword: string
  /** Values by attribute name. Every attribute in `requiredAttributes` needs one. */
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

// Only the entries of `requiredAttributes` have this prefix (`docs/cognito.md#new-password-required`).
const prefix = 'userAttributes.'
// The limits of the service: `docs/cognito.md#attributes`.
const maxAttributes = 50
const maxNameLength = 32

function readRequired(required: string | undefined, present: string | undefined): string[] {
  const values = parseObject(present)
  const names = parseList(required)
    .map((entry) => (entry.startsWith(prefix) ? entry.slice(prefix.length) : entry))
    .filter((name) => /^([a-z_]+|(dev:)?custom:[\p{L}\p{M}\p{S}\p{N}\p{P}]+)$/u.test(name))
    // A name such as `constructor` is found in every object.
    .filter((name) => name.length <= maxNameLength && !(name in {}))
    // Cognito refuses to change a required attribute that has a value
    // (`docs/cognito.md#new-password-required`).
    .filter((name) => !(Object.hasOwn(values, name) && values[name]))
  return [...new Set(names)].slice(0, maxAttributes)
}

function parseObject(text: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}
