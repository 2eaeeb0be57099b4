import { challenges } from '../challenges/challenges.ts'
import { userNotFound } from '../flows/find-sign-in-user.ts'
import type { Client, User } from '../pool/pool.ts'
import { checkSecretHash } from '../pool/secret-hash.ts'
import { findUser, toKey } from '../pool/users.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { ChallengeAnswer } from './auth-request.ts'
import type { AuthResponse } from './auth-response.ts'
import { checkSessionAccount } from './check-session-account.ts'
import { readDevice } from './device-rules.ts'
import { findDeviceSession } from './find-device-session.ts'
import { proceed } from './proceed.ts'
import type { ChallengeSession } from './challenge-sessions.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** RespondToAuthChallenge and its admin twin. */
export async function respond(request: ChallengeAnswer): Promise<AuthResponse> {
  const { service, pool, client, challengeName, responses, clientMetadata } = request
  const token = request.session ?? findDeviceSession(request)
  if (token === undefined && !answerableWithoutSession.has(challengeName))
    throw missingParameter('Session')
  const { USERNAME: name, SECRET_HASH: hash } = responses
  if (!name) throw missingParameter('USERNAME')
  await checkSecretHash(client, [name], hash)
  if (token === undefined) return respondWithoutSession(request, name)

  const session = service.challengeSessions.find(token, service.clock.now())
  const found = findUser(pool, session.username)
  const user = found?.sub === session.sub ? found : undefined
  checkSession(session, request, user)
  const challenge = challenges.get(challengeName)!
  const { username, admin, flow, firstFactorPending, proven, rounds } = session
  const device = readDevice({ pool, flow }, user, responses)
  const account = { service, pool, client, user, username, device }
  const progress = { firstFactorPending, proven, rounds }
  const attempt: SignInAttempt = { ...account, admin, flow, ...progress, clientMetadata }

  return service.challengeSessions.use(token, async () => {
    checkAccountState(user, client, session)
    return proceed(attempt, await challenge.check(attempt, { responses, memory: session.memory }))
  })
}

/** The answer brings along all that a Session would remember. */
async function respondWithoutSession(
  request: ChallengeAnswer,
  name: string,
): Promise<AuthResponse> {
  const { service, pool, client, admin, clientMetadata, challengeName, responses } = request
  const user = findUser(pool, name)
  if (!user && !client.hidesUsers) throw userNotFound()
  const username = user?.username ?? name
  const flow = 'USER_SRP_AUTH'
  const device = readDevice({ pool, flow }, user, responses)
  const account = { service, pool, client, user, username, device }
  const progress = { firstFactorPending: false, proven: new Set<never>(), rounds: [] }
  const attempt: SignInAttempt = { ...account, admin, flow, ...progress, clientMetadata }
  const challenge = challenges.get(challengeName)!
  return proceed(attempt, await challenge.check(attempt, { responses, memory: undefined }))
}

const answerableWithoutSession = new Set(['PASSWORD_VERIFIER', 'DEVICE_PASSWORD_VERIFIER'])

/** A Session is good for its client, its user, its challenge and its side of the API only. */
function checkSession(
  session: ChallengeSession,
  request: ChallengeAnswer,
  user: User | undefined,
): void {
  const { pool, client, admin, challengeName, responses } = request
  const name = responses.USERNAME!
  const answers = challenges.get(challengeName)?.answers
  // Who is not there answers, like any user, to no name but their own; the one shown is made up.
  const ownNames = [session.username, session.challengeUsername ?? session.username]
  const isOwn =
    user !== undefined || ownNames.some((each) => toKey(pool, each) === toKey(pool, name))
  const isNamed = findUser(pool, name) === user && isOwn
  const isForRequest =
    session.poolId === pool.id &&
    session.clientId === client.id &&
    session.admin === admin &&
    (session.challenge === challengeName || answers?.includes(session.challenge))
  if (!isNamed || !isForRequest) throw notAuthorized('Invalid session for the user.')
}

/** Much can happen to an account between two answers. */
function checkAccountState(
  user: User | undefined,
  client: Client,
  session: ChallengeSession,
): void {
  // How an account stands is said only to whoever knows its password; a code may even confirm it.
  if (session.challenge === 'PASSWORD_VERIFIER') return
  if (session.firstFactorPending && (user || client.hidesUsers)) return
  if (user) return checkSessionAccount(user, session)
  if (!askedOfUnknownUsers.has(session.challenge))
    throw client.hidesUsers ? notAuthorized() : userNotFound()
}

/** What is asked of unknown names as well, to hide that they are. */
const askedOfUnknownUsers = new Set(['CUSTOM_CHALLENGE', 'ADMIN_NO_SRP_AUTH'])
