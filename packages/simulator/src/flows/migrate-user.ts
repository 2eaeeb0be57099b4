import { checkAttributes, writeAttributes } from '../pool/attributes.ts'
import type { User } from '../pool/pool.ts'
import { addUser, newUser } from '../pool/users.ts'
import { hasTrigger, runTrigger, unrecognizable } from '../sign-in/run-trigger.ts'
import { notAuthorized, Refusal } from '../wire/refusal.ts'
import type { Start } from './flow.ts'

/** Asks the userMigration trigger about a name that the pool does not know. */
export async function migrateUser(
  start: Start,
  typed: string,
  password: string,
): Promise<User | undefined> {
  const { service, pool, client, metadata } = start
  if (!hasTrigger(pool, 'userMigration')) return undefined

  const found = await runTrigger({
    service,
    pool,
    clientId: client.id,
    name: 'userMigration',
    occasion: 'Authentication',
    user: undefined,
    username: typed,
    request: { password, ...(metadata && { validationData: metadata }) },
    response: {},
  }).catch((cause: unknown) => {
    if (client.hidesUsers) throw notAuthorized()
    const message = `Exception migrating user in app client ${client.id}`
    throw new Refusal('UserNotFoundException', message, { cause })
  })
  const { userAttributes, finalUserStatus } = found
  if (!userAttributes || typeof userAttributes !== 'object') throw unrecognizable()

  const { username: given, ...attributes } = userAttributes
  const now = service.clock.now()
  const sub = crypto.randomUUID()
  const user = newUser(pool.usernameAttributes.length > 0 ? sub : (given ?? typed), sub, now)
  checkAttributes(pool, attributes)
  writeAttributes(user, attributes, now)
  user.password = password
  user.status = finalUserStatus === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED'
  addUser(pool, user)
  return user
}
