import { checkAttributes } from './pool/attributes.ts'
import type { Pool, User } from './pool/pool.ts'
import { newTotp } from './pool/totp.ts'
import { addUser, listNames, newUser, toKey } from './pool/users.ts'
import type { SimulatedUser } from './user-pool-options.ts'

/** Puts the users of the options in the pool, or says which one is impossible and why. */
export function seedUsers(pool: Pool, seeds: SimulatedUser[], now: number): void {
  // Not looked for in the pool: with many users that takes as long for each as there are.
  const takenNames = new Set<string>()
  for (const seed of seeds) seedUser(pool, seed, now, takenNames)
}

function seedUser(pool: Pool, seed: SimulatedUser, now: number, taken: Set<string>): void {
  try {
    if (taken.has(toKey(pool, seed.username))) throw new Error('there is one already.')
    const user = toUser(pool, seed, now)
    addUser(pool, user)
    for (const name of listNames(pool, user)) taken.add(name)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The simulated user ${seed.username} cannot be: ${reason}`, { cause })
  }
}

function toUser(pool: Pool, seed: SimulatedUser, now: number): User {
  if (seed.password !== undefined && seed.temporaryPassword !== undefined) {
    throw new Error('a password is either permanent or temporary.')
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

/** In a pool where an address is the name, the name is the address. */
function toNameAttributes({ usernameAttributes }: Pool, username: string): Record<string, string> {
  if (usernameAttributes.length === 0) return {}
  const name = username.startsWith('+') ? 'phone_number' : 'email'
  if (!usernameAttributes.includes(name)) {
    throw new Error(`users of this pool are named by ${usernameAttributes.join(' or ')}.`)
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
  if (unsupported) throw new Error(`the pool’s mfaTypes lack ${unsupported}.`)
  if (preferredMfa && mfa.length > 0 && !mfa.includes(preferredMfa)) {
    throw new Error(`preferredMfa ${preferredMfa} is not among its mfa.`)
  }
  if (types.includes('SMS_MFA') && !attributes.phone_number) {
    throw new Error('SMS_MFA needs attributes.phone_number, e.g. +15555550100.')
  }
  if (types.includes('EMAIL_OTP') && !attributes.email) {
    throw new Error('EMAIL_OTP needs attributes.email, e.g. ana@example.com.')
  }
  if (totpSecret !== undefined && !/^[A-Z2-7]{16,}=*$/i.test(totpSecret)) {
    throw new Error('totpSecret is not base32 of 16 characters or more.')
  }
}

/** Addresses count as verified unless it is said that they are not. */
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
