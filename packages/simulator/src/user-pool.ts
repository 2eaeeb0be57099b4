import { createSimulatorOf } from './create-simulator.ts'
import { checkFirstFactors } from './pool/check-first-factors.ts'
import { newClient, newPool } from './pool/new-pool.ts'
import type { PasskeySettings, Pool, SessionTracking } from './pool/pool.ts'
import { newAttribute } from './pool/schema.ts'
import { seedUsers } from './seed-users.ts'
import type { Simulator } from './simulator.ts'
import type { Triggers } from './triggers.ts'
import type { PasskeyOptions, UserPoolOptions } from './user-pool-options.ts'

/** A simulator with one user pool, as `createUserPool` returns it. */
export interface UserPool extends Simulator {
  /** The ids that a client needs to use the pool. */
  config: { userPoolId: string; clientId: string }
}

/**
 * Creates a simulator with one user pool and one app client.
 * Throws an Error that gives the reason if an option or a seeded user is not possible.
 */
export function createUserPool(options: UserPoolOptions = {}): UserPool {
  const pool = toPool(options)
  const simulator = createSimulatorOf([pool], options)
  const config = { userPoolId: pool.id, clientId: [...pool.clients.keys()][0]! }
  // Not a spread: `outbox` and `requests` are getters.
  return Object.defineProperties(
    { config } as UserPool,
    Object.getOwnPropertyDescriptors<Simulator>(simulator),
  )
}

function toPool(options: UserPoolOptions): Pool {
  const {
    userPoolId = 'eu-west-1_Simulated',
    mfa = 'OPTIONAL',
    mfaTypes = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
    firstFactors = options.passkeys ? ['PASSWORD', 'WEB_AUTHN'] : ['PASSWORD'],
    usernameAttributes = [],
    aliasAttributes = [],
  } = options
  checkIds(options, userPoolId)
  checkFirstFactors(firstFactors, mfa)
  const now = (options.now ?? Date.now)()
  const pool = newPool(userPoolId, 'Simulated', now)
  Object.assign(pool, {
    mfa,
    mfaTypes,
    firstFactors,
    usernameAttributes,
    aliasAttributes,
    smsSetup: options.smsSetup ?? false,
    passkeys: options.passkeys && toPasskeySettings(options.passkeys),
    autoVerified: ['email', 'phone_number'],
    caseSensitive: options.caseSensitive ?? true,
    passwordPolicy: { ...pool.passwordPolicy, ...options.passwordPolicy },
    recovery: options.accountRecovery ?? [],
    devices: options.devices && { trusted: false, optIn: false, ...options.devices },
    sessionTracking: toSessionTracking(pool, options),
    lambda: toLambdaConfig(options.triggers),
  } satisfies Partial<Pool>)
  extendSchema(pool, options)
  addClient(pool, options, now)
  seedUsers(pool, options.users ?? [], now)
  return pool
}

function checkIds({ clientSecret, clientId }: UserPoolOptions, userPoolId: string): void {
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(userPoolId)) {
    throw new Error(`userPoolId ${userPoolId} must have the form eu-west-1_Example.`)
  }
  if (clientId !== undefined && !/^[\w+]{1,128}$/.test(clientId)) {
    throw new Error(`clientId ${clientId} must be 1 to 128 letters, digits, _ or +.`)
  }
  if (clientSecret !== undefined && !/^[\w+]{24,64}$/.test(clientSecret)) {
    throw new Error('clientSecret must be 24 to 64 letters, digits, _ or +.')
  }
}

function toPasskeySettings({
  relyingPartyId: rpId,
  userVerification = 'preferred',
  asMfa,
}: PasskeyOptions): PasskeySettings {
  // Browsers refuse an IP address or a URL as the relying party id.
  if (!/^[a-z\d-]+(\.[a-z\d-]+)*$/.test(rpId) || /^[\d.]+$/.test(rpId)) {
    throw new Error(`relyingPartyId ${rpId} is not a host name.`)
  }
  return { rpId, userVerification, asMfa }
}

function toSessionTracking(
  { sessionTracking: { maxPerUser: standard } }: Pool,
  { sessionTracking }: UserPoolOptions,
): SessionTracking {
  const { maxPerUser = standard } = sessionTracking ?? {}
  if (!Number.isInteger(maxPerUser) || maxPerUser < 1 || maxPerUser > 100) {
    throw new Error(`maxPerUser ${maxPerUser} must be 1 to 100.`)
  }
  return { enabled: sessionTracking !== undefined, maxPerUser }
}

function addClient(pool: Pool, options: UserPoolOptions, now: number): void {
  const client = newClient(options.clientId ?? '1h57kf5cpq17m0eml12EXAMPLE', 'Simulated', now)
  pool.clients.set(client.id, {
    ...client,
    secret: options.clientSecret,
    explicitAuthFlows: options.explicitAuthFlows ?? [
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
    ],
    authSessionValidity: options.authSessionValidity ?? 3,
    validity: { ...client.validity, ...options.tokenValidity },
    rotationGrace: options.refreshTokenRotation?.retryGracePeriodSeconds,
    hidesUsers: options.preventUserExistenceErrors !== 'LEGACY',
  })
}

function extendSchema(
  pool: Pool,
  { customAttributes = {}, requiredAttributes = [] }: UserPoolOptions,
) {
  for (const [name, { type, mutable = true, min, max }] of Object.entries(customAttributes)) {
    const fullName = name.startsWith('custom:') ? name : `custom:${name}`
    const base = newAttribute(fullName, type)
    pool.schema.push({ ...base, mutable, min: min ?? base.min, max: max ?? base.max })
  }
  for (const name of requiredAttributes) {
    const existing = pool.schema.find((each) => each.name === name)
    if (existing) existing.required = true
    else if (name.startsWith('custom:')) pool.schema.push({ ...newAttribute(name), required: true })
    else throw new Error(`requiredAttributes contains ${name}, which is not a standard attribute.`)
  }
}

/** The pool calls every trigger that the options contain. */
function toLambdaConfig(triggers: Triggers = {}): Record<string, string> {
  const names = Object.entries(triggers).flatMap(([name, trigger]) => (trigger ? [name] : []))
  return Object.fromEntries(
    names.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), 'arn:simulated']),
  )
}
