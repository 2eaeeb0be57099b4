import { claimAliases } from '../pool/aliases.ts'
import {
  checkAttributes,
  checkMutable,
  checkWritable,
  isReadable,
  writeAttributes,
} from '../pool/attributes.ts'
import { checkPassword, setPassword } from '../pool/passwords.ts'
import type { Pool, User } from '../pool/pool.ts'
import { indexNames } from '../pool/users.ts'
import { requireUser, type SignInAttempt } from '../sign-in/sign-in-attempt.ts'
import { stepAfterChallenge, stepAfterFirstFactor } from '../sign-in/step-after-challenge.ts'
import { invalidParameter, missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

interface TemporaryPassword {
  temporary: string | undefined
}

export const newPasswordRequired: Challenge<unknown, TemporaryPassword> = {
  ask(attempt) {
    const user = requireUser(attempt)
    const readable = Object.entries(user.attributes).filter(([name]) => {
      return name !== 'sub' && isReadable(attempt.client, name)
    })
    return {
      parameters: {
        USERNAME: user.username,
        USER_ID_FOR_SRP: user.username,
        requiredAttributes: JSON.stringify(listMissing(attempt.pool, user).map((n) => prefix + n)),
        userAttributes: JSON.stringify(Object.fromEntries(readable)),
      },
      state: { temporary: user.password },
    }
  },
  check(attempt, { responses, state: { temporary } }) {
    const { service, pool, flow } = attempt
    const user = requireUser(attempt)
    // The temporary password must not replace one that was set in the meantime.
    if (user.password !== temporary || user.status !== 'FORCE_CHANGE_PASSWORD') {
      throw notAuthorized('Invalid session for the user.')
    }
    const { NEW_PASSWORD: password } = responses
    if (!password) throw missingParameter('NEW_PASSWORD')

    const changes = readChanges(responses)
    checkChanges(attempt, user, changes)
    claimAliases(pool, user, changes, { force: false })
    checkPassword(pool, user, password)
    const now = service.clock.now()
    setPassword(user, password, now)
    writeAttributes(user, changes, now)
    indexNames(pool, user)
    user.status = 'CONFIRMED'
    if (flow === 'CUSTOM_AUTH') return stepAfterChallenge(attempt, 'NEW_PASSWORD_REQUIRED')
    return { step: stepAfterFirstFactor(attempt), patch: {} }
  },
}

const prefix = 'userAttributes.'

function listMissing({ schema }: Pool, { attributes }: User): string[] {
  const missing = schema.filter(
    ({ name, required }) => required && !Object.hasOwn(attributes, name),
  )
  return missing.map(({ name }) => name)
}

function readChanges(responses: Record<string, string>): Record<string, string> {
  const changes = Object.entries(responses).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(changes.map(([key, value]) => [key.slice(prefix.length), value]))
}

function checkChanges(
  { pool, client }: SignInAttempt,
  user: User,
  changes: Record<string, string>,
): void {
  checkAttributes(pool, changes)
  checkWritable(client, changes)
  const alreadyProvided = pool.schema.find(({ name, required }) => {
    return required && Object.hasOwn(changes, name) && Object.hasOwn(user.attributes, name)
  })
  if (alreadyProvided)
    throw invalidParameter(`Cannot modify an already provided ${alreadyProvided.name}`)
  checkMutable(pool, user, changes)
  const missing = listMissing(pool, user).find((name) => !changes[name])
  if (missing) throw invalidParameter(`Invalid attributes given, ${missing} is missing`)
}
