import type { User } from '../pool/pool.ts'
import type { NameAndValue } from '../wire/fields.ts'

export interface DescribedMfa {
  PreferredMfaSetting?: string
  UserMFASettingList?: string[]
}

/** Members without a value are absent, not empty. */
export function describeMfa({ mfa, preferredMfa }: User): DescribedMfa {
  return {
    ...(preferredMfa && { PreferredMfaSetting: preferredMfa }),
    ...(mfa.length > 0 && { UserMFASettingList: mfa }),
  }
}

/** The members of every description of a user, without the attributes. */
export function describeUser(user: User): object {
  return {
    Username: user.username,
    Enabled: user.enabled,
    UserStatus: user.status,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
  }
}

export function toNamesAndValues({ attributes }: User): { Name: string; Value: string }[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

export function fromNamesAndValues(given: NameAndValue[] = []): Record<string, string> {
  return Object.fromEntries(given.map(({ Name, Value = '' }) => [Name, Value]))
}
