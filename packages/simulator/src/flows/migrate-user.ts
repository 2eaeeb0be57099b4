import { claimAliases } from '../pool/aliases.ts'
import { checkAttributes, writeAttributes } from '../pool/attributes.ts'
import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { User } from '../pool/pool.ts'
import { readNameAttributes } from '../pool/read-name-attributes.ts'
import { addUser, findUser, newUser } from '../pool/users.ts'
import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'
import { readStringMap } from '../sign-in/read-trigger-values.ts'
import { hasTrigger, invalidLambdaOutput, runTrigger } from '../sign-in/run-trigger.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'

/** Runs the userMigration trigger for an unknown username. Undefined if there is no such trigger. */
export async function migrateUser(
  request: InitiateAuthRequest,
  typedName: string,
  password: string,
): Promise<User | undefined> {
  const { service, pool, client, clientMetadata } = request
  if (!hasTrigger(pool, 'userMigration')) return undefined

  const unknownUser = service.unknownUsers.find(pool, typedName)
  checkLockOut(unknownUser, service.clock.now())
  const response = await runTrigger({
    service,
    pool,
    clientId: client.id,
    name: 'userMigration',
    sourceSuffix: 'Authentication',
    user: undefined,
    username: typedName,
    request: { password, ...(clientMetadata && { validationData: clientMetadata }) },
    response: {},
  }).catch((cause: unknown) => {
    countFailure(unknownUser, service.clock.now())
    if (client.hidesUsers) throw notAuthorized()
    const message = `Exception migrating user in app client ${client.id}`
    throw new ServiceException('UserNotFoundException', message, { cause })
  })
  const { userAttributes, finalUserStatus } = response
  if (!userAttributes) throw invalidLambdaOutput()
  const { username = typedName, sub: _theirs, ...attributes } = readStringMap(userAttributes)

  // A concurrent sign-in may have migrated the user while the trigger ran.
  const existing = findUser(pool, typedName)
  if (existing) return existing
  if (findUser(pool, username)) {
    throw new ServiceException('UsernameExistsException', 'User account already exists')
  }
  const changes = { ...readNameAttributes(pool, typedName), ...attributes }
  checkAttributes(pool, changes)
  claimAliases(pool, undefined, changes, { force: false })

  const now = service.clock.now()
  const sub = crypto.randomUUID()
  const user = newUser(pool.usernameAttributes.length > 0 ? sub : username, sub, now)
  writeAttributes(user, changes, now)
  user.password = password
  user.status = finalUserStatus === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED'
  addUser(pool, user)
  return user
}
