import { Refusal } from '../wire/refusal.ts'
import { findUser } from './users.ts'
import type { ContactName, Pool, User } from './pool.ts'

/** Refuses a verified address that opens another account, unless it may be taken from there. */
export function claimAliases(
  pool: Pool,
  owner: User | undefined,
  attributes: Record<string, string>,
  { force }: { force: boolean },
): void {
  for (const name of ['email', 'phone_number'] satisfies ContactName[]) {
    const isName = pool.usernameAttributes.includes(name)
    const isAlias = pool.aliasAttributes.includes(name) && attributes[`${name}_verified`] === 'true'
    const address = attributes[name]
    const other = address && (isName || isAlias) ? findUser(pool, address) : undefined
    if (!other || other === owner) continue
    if (!force || isName) {
      throw new Refusal('AliasExistsException', `An account with the ${name} already exists.`)
    }
    other.attributes[`${name}_verified`] = 'false'
  }
}
