import type { Client, Pool } from './pool.ts'
import { standardAttributes } from './schema.ts'

/** A pool with the defaults of the service. */
export function newPool(id: string, name: string, now: number): Pool {
  return {
    id,
    name,
    mfa: 'OFF',
    mfaTypes: [],
    smsSetup: false,
    passkeys: undefined,
    schema: standardAttributes(),
    usernameAttributes: [],
    aliasAttributes: [],
    autoVerified: [],
    caseSensitive: true,
    passwordPolicy: {
      minLength: 8,
      uppercase: true,
      lowercase: true,
      numbers: true,
      symbols: true,
      history: 0,
      temporaryDays: 7,
    },
    firstFactors: ['PASSWORD'],
    recovery: [],
    devices: undefined,
    sessionTracking: { enabled: false, maxPerUser: 20 },
    lambda: {},
    clients: new Map(),
    users: new Map(),
    names: new Map(),
    groups: new Map(),
    signIns: new Map(),
    createdAt: now,
    modifiedAt: now,
    described: {},
    describedMfa: {},
  }
}

/** An app client with the defaults of the service. */
export function newClient(id: string, name: string, now: number): Client {
  return {
    id,
    name,
    secret: undefined,
    explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    authSessionValidity: 3,
    hidesUsers: false,
    readAttributes: undefined,
    writeAttributes: undefined,
    validity: { access: 3600, id: 3600, refresh: 30 * 86_400 },
    rotationGrace: undefined,
    createdAt: now,
    modifiedAt: now,
    described: {},
  }
}
