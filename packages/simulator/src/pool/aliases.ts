import { ServiceException } from '../wire/service-exception.ts'
import type { AliasName, Pool, User } from './pool.ts'
import { findUser } from './users.ts'

/** Throws if an alias belongs to another user. With `force` the other user loses a verified address instead. */
export function claimAliases(
  pool: Pool,
  owner: User | undefined,
  attributes: Record<string, string>,
  { force }: { force: boolean },
): void {
  for (const name of ['email', 'phone_number', 'preferred_username'] satisfies AliasName[]) {
    const isName = pool.usernameAttributes.some((each) => each === name)
    const isUsable = name === 'preferred_username' || attributes[`${name}_verified`] === 'true'
    const isAlias = pool.aliasAttributes.includes(name) && isUsable
    const address = attributes[name]
    const otherUser = address && (isName || isAlias) ? findUser(pool, address) : undefined
    if (!otherUser || otherUser === owner) continue
    if (!force || isName || name === 'preferred_username') {
      throw new ServiceException(
        'AliasExistsException',
        `An account with the ${name} already exists.`,
      )
    }
    otherUser.attributes[`${name}_verified`] = 'false'
  }
}
