import { checkAttributes } from './pool/attributes.ts'
import type { Pool, User } from './pool/pool.ts'
import { newTotp } from './pool/totp.ts'
import { addUser, listNames, newUser, toKey } from './pool/users.ts'
import type { SimulatedUser } from './user-pool-options.ts'

/** Adds the users of the options to the pool. Throws an Error that names the user and the reason. */
export function seedUsers(pool: Pool, seeds: SimulatedUser[], now: number): void {
  // A set, since a search of the whole pool for each user takes quadratic time.
  const takenNames = new Set<string>()
  for (const seed of seeds) seedUser(pool, seed, now, takenNames)
}

function seedUser(pool: Pool, seed: SimulatedUser, now: number, taken: Set<string>): void {
  try {
    if (taken.has(toKey(pool, seed.username))) throw new Error('another user has this name.')
    const user = toUser(pool, seed, now)
    addUser(pool, user)
    for (const name of listNames(pool, user)) taken.add(name)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The simulated user ${seed.username} is not possible: ${reason}`, { cause })
  }
}

function toUser(pool: Pool, seed: SimulatedUser, now: number): User {
  if (seed.password !== undefined && seed.temporaryPassword !== undefined) {
    throw new Error('it has both password and temporaryPassword.')
  }
  const attributes = { ...toNameAttributes(pool, seed.username), ...seed.attributes }
  checkAttributes(pool, attributes)
  checkFactors(pool, seed, attributes)

  const sub = attributes.sub ?? crypto.randomUUID()
  const user = newUser(pool.usernameAttributes.length > 0 ? sub : seed.username, sub, now)
  const types = [...(seed.mfa ?? []), seed.preferredMfa]
  const hasTotp = types.includes('SOFTWARE_TOKEN_MFA') || seed.totpSecret !== undefined
  for (const name of seed.groups ?? []) addGroup(pool, name, now)
  return {
    ...user,
    attributes: { ...user.attributes, ...withVerified(attributes) },
    password: seed.password ?? seed.temporaryPassword,
    status:
      seed.status ?? (seed.temporaryPassword === undefined ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD'),
    enabled: seed.enabled ?? true,
    mfa: seed.mfa ?? (seed.preferredMfa ? [seed.preferredMfa] : []),
    preferredMfa: seed.preferredMfa,
    totp: hasTotp ? newTotp(seed.totpSecret) : undefined,
    groups: seed.groups ?? [],
  }
}

/** In a pool with `usernameAttributes` the username is also the value of that attribute. */
function toNameAttributes({ usernameAttributes }: Pool, username: string): Record<string, string> {
  if (usernameAttributes.length === 0) return {}
  const name = username.startsWith('+') ? 'phone_number' : 'email'
  if (!usernameAttributes.includes(name)) {
    throw new Error(`usernames of this pool must be ${usernameAttributes.join(' or ')}.`)
  }
  return { [name]: username }
}

function checkFactors(
  pool: Pool,
  { mfa = [], preferredMfa, totpSecret }: SimulatedUser,
  attributes: Record<string, string>,
): void {
  const types = preferredMfa ? [...mfa, preferredMfa] : mfa
  const unsupported = types.find((type) => !pool.mfaTypes.includes(type))
  if (unsupported) throw new Error(`mfaTypes of the pool do not include ${unsupported}.`)
  if (preferredMfa && mfa.length > 0 && !mfa.includes(preferredMfa)) {
    throw new Error(`preferredMfa ${preferredMfa} is not in mfa.`)
  }
  if (types.includes('SMS_MFA') && !attributes.phone_number) {
    throw new Error('SMS_MFA needs attributes.phone_number, e.g. +15555550100.')
  }
  if (types.includes('EMAIL_OTP') && !attributes.email) {
    throw new Error('EMAIL_OTP needs attributes.email, e.g. ana@example.com.')
  }
  if (totpSecret !== undefined && !/^[A-Z2-7]{16,}=*$/i.test(totpSecret)) {
    throw new Error('totpSecret must be base32 with at least 16 characters.')
  }
}

/** Addresses are verified unless the seeded user says otherwise. */
function withVerified(attributes: Record<string, string>): Record<string, string> {
  return {
    ...(attributes.email && { email_verified: 'true' }),
    ...(attributes.phone_number && { phone_number_verified: 'true' }),
    ...attributes,
  }
}

function addGroup(pool: Pool, name: string, now: number): void {
  if (pool.groups.has(name)) return
  pool.groups.set(name, {
    name,
    description: undefined,
    precedence: undefined,
    roleArn: undefined,
    createdAt: now,
    modifiedAt: now,
  })
}
