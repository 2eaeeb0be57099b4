import type { Pool, User } from './pool.ts'

/** Finds a user by username, sub or usable alias. */
export function findUser(pool: Pool, name: string): User | undefined {
  const key = toKey(pool, name)
  const direct = pool.users.get(key)
  if (direct) return direct
  for (const user of pool.names.get(key) ?? []) {
    if (user.sub === name || listAliases(pool, user).includes(key)) return user
  }
  return undefined
}

/** Every name that finds this user, in the form that `toKey` gives. */
export function listNames(pool: Pool, user: User): string[] {
  return [toKey(pool, user.username), user.sub, ...listAliases(pool, user)]
}

export function addUser(pool: Pool, user: User): void {
  pool.users.set(toKey(pool, user.username), user)
  indexNames(pool, user)
}

export function removeUser(pool: Pool, user: User): void {
  pool.users.delete(toKey(pool, user.username))
  for (const key of listIndexKeys(pool, user)) {
    const users = pool.names.get(key)
    users?.delete(user)
    if (users?.size === 0) pool.names.delete(key)
  }
}

/** Call this after every change of a user's address, or the new address finds nobody. */
export function indexNames(pool: Pool, user: User): void {
  for (const key of listIndexKeys(pool, user)) {
    const users = pool.names.get(key)
    if (users) users.add(user)
    else pool.names.set(key, new Set([user]))
  }
}

export function newUser(username: string, sub: string, now: number): User {
  return {
    username,
    sub,
    status: 'CONFIRMED',
    enabled: true,
    attributes: { sub },
    password: undefined,
    passwordSetAt: now,
    srp: undefined,
    formerPasswords: [],
    mfa: [],
    preferredMfa: undefined,
    totp: undefined,
    pendingTotp: undefined,
    passkeys: [],
    pendingPasskey: undefined,
    passkeyMfa: false,
    failures: { count: 0, lastAt: 0, lockedUntil: 0 },
    groups: [],
    devices: [],
    createdAt: now,
    modifiedAt: now,
  }
}

/** The form in which usernames are compared: lower case, unless the pool is case-sensitive. */
export function toKey(pool: Pool, name: string): string {
  return pool.caseSensitive ? name : name.toLowerCase()
}

/** The keys of the index `names`. Unverified addresses are included; `findUser` filters them. */
function listIndexKeys(pool: Pool, { sub, attributes }: User): string[] {
  const aliases = [...pool.usernameAttributes, ...pool.aliasAttributes]
  const names = [sub, ...aliases.map((name) => attributes[name])]
  return names.filter((name) => name !== undefined).map((name) => toKey(pool, name))
}

function listAliases(pool: Pool, user: User): string[] {
  const names = pool.usernameAttributes.map((name) => user.attributes[name])
  const aliases = pool.aliasAttributes.map((name) => {
    // An unverified address must not give access to an account.
    const isUsable = name === 'preferred_username' || user.attributes[`${name}_verified`] === 'true'
    return isUsable ? user.attributes[name] : undefined
  })
  return [...names, ...aliases].filter((alias) => alias !== undefined).map((a) => toKey(pool, a))
}
