import { challenges } from '../challenges/challenges.ts'
import { userNotFound } from '../flows/find-sign-in-user.ts'
import type { Client, Pool, User } from '../pool/pool.ts'
import { checkSecretHash } from '../pool/secret-hash.ts'
import { findUser, toKey } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { missingParameter, notAuthorized } from '../wire/refusal.ts'
import type { AuthResponse } from './attempt.ts'
import { checkAccount } from './check-password.ts'
import { proceed } from './proceed.ts'
import type { Session } from './sessions.ts'

export interface Reply {
  service: Service
  pool: Pool
  client: Client
  admin: boolean
  challengeName: string
  session: string | undefined
  responses: Record<string, string>
  metadata: Record<string, string> | undefined
}

/** RespondToAuthChallenge and its admin twin. */
export async function respond(reply: Reply): Promise<AuthResponse> {
  const { service, pool, client, challengeName, responses, metadata } = reply
  const token = reply.session
  if (token === undefined) throw missingParameter('Session')
  const { USERNAME: name, SECRET_HASH: hash } = responses
  if (!name) throw missingParameter('USERNAME')
  await checkSecretHash(client, [name], hash)

  const session = service.sessions.find(token, service.clock.now())
  const user = findUser(pool, session.username)
  checkSession(session, reply, user)
  const challenge = challenges.get(challengeName)!
  const { username, admin, flow } = session
  const rounds = [...session.rounds]
  const attempt = { service, pool, client, user, username, admin, flow, rounds, metadata }

  return service.sessions.use(token, async () => {
    checkStanding(user, client, session)
    const step = await challenge.check(attempt, { responses, memory: session.memory })
    return proceed(attempt, step)
  })
}

/** A Session is good for its client, its user, its challenge and its side of the API only. */
function checkSession(session: Session, reply: Reply, user: User | undefined): void {
  const { pool, client, admin, challengeName, responses } = reply
  const name = responses.USERNAME!
  const named = user
    ? findUser(pool, name) === user
    : toKey(pool, name) === toKey(pool, session.username)
  const belongs =
    session.poolId === pool.id &&
    session.clientId === client.id &&
    session.admin === admin &&
    session.challenge === challengeName
  if (!named || !belongs) throw notAuthorized('Invalid session for the user.')
}

/** Much can happen to an account between two answers. */
function checkStanding(user: User | undefined, client: Client, session: Session): void {
  if (user) return checkAccount(user)
  if (!hidden.has(session.challenge)) throw client.hidesUsers ? notAuthorized() : userNotFound()
}

/** What is asked of unknown names as well, to hide that they are. */
const hidden = new Set(['CUSTOM_CHALLENGE', 'ADMIN_NO_SRP_AUTH'])
