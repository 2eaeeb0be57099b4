import type { User } from '../pool/pool.ts'

export interface DescribedMfa {
  PreferredMfaSetting?: string
  UserMFASettingList?: string[]
}

/** Both members are absent, not empty, for a user who has none. */
export function describeMfa({ mfa, preferredMfa }: User): DescribedMfa {
  return {
    ...(preferredMfa && { PreferredMfaSetting: preferredMfa }),
    ...(mfa.length > 0 && { UserMFASettingList: mfa }),
  }
}

export function toNamesAndValues({ attributes }: User): { Name: string; Value: string }[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}
