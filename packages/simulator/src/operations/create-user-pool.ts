import { newPool } from '../pool/new-pool.ts'
import type { AliasName, ContactName } from '../pool/pool.ts'
import { randomName } from '../pool/random.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { flag, list, required, struct, text } from '../wire/shape.ts'
import { describePool } from './describe-pool.ts'
import { describedPoolSettings, pick, storedPoolSettings } from './described-settings.ts'
import { type Operation, operation } from './operation.ts'
import { applyPoolSettings, poolSettings } from './pool-settings.ts'
import { readSchema, schemaSettings } from './read-schema.ts'

export const createUserPool: Operation = operation(
  struct({
    ...storedPoolSettings,
    ...poolSettings,
    AliasAttributes: list(text({ values: ['phone_number', 'email', 'preferred_username'] })),
    PoolName: required(text({ min: 1, max: 128, pattern: '[\\w\\s+=,.@\\-]+' })),
    Schema: schemaSettings,
    UsernameAttributes: list(text({ values: ['phone_number', 'email'] })),
    UsernameConfiguration: struct({ CaseSensitive: flag() }),
  }),
  (request, service, { region }) => {
    const { AliasAttributes, UsernameAttributes, UsernameConfiguration } = request
    if (AliasAttributes?.length && UsernameAttributes?.length) {
      throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set.')
    }
    const id = `${region}_${randomName(9)}`
    const pool = newPool(id, request.PoolName, service.clock.now())
    pool.smsSetup = service.smsSetup
    pool.schema = readSchema(request.Schema ?? [])
    pool.aliasAttributes = (AliasAttributes ?? []) as AliasName[]
    pool.usernameAttributes = (UsernameAttributes ?? []) as ContactName[]
    pool.caseSensitive = UsernameConfiguration?.CaseSensitive ?? true
    pool.described = pick(describedPoolSettings, request)
    applyPoolSettings(pool, request)
    service.pools.set(id, pool)
    return { UserPool: describePool(pool) }
  },
)
