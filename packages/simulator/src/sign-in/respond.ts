import { challenges } from '../challenges/challenges.ts'
import { userNotFound } from '../flows/find-sign-in-user.ts'
import type { Client, User } from '../pool/pool.ts'
import { checkSecretHash } from '../pool/secret-hash.ts'
import { findUser, toKey } from '../pool/users.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { ChallengeAnswer } from './auth-request.ts'
import type { AuthResponse } from './auth-response.ts'
import type { ChallengeSession } from './challenge-sessions.ts'
import { checkSessionAccount } from './check-session-account.ts'
import { readDevice } from './device-rules.ts'
import { findDeviceSession } from './find-device-session.ts'
import { proceed } from './proceed.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** Runs RespondToAuthChallenge or AdminRespondToAuthChallenge. */
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
    return proceed(attempt, await challenge.check(attempt, { responses, state: session.state }))
  })
}

/** For answers in USER_SRP_AUTH: SECRET_BLOCK holds what a Session would hold. */
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
  return proceed(attempt, await challenge.check(attempt, { responses, state: undefined }))
}

const answerableWithoutSession = new Set(['PASSWORD_VERIFIER', 'DEVICE_PASSWORD_VERIFIER'])

/** Throws unless the Session belongs to this client, user, challenge, and side of the API. */
function checkSession(
  session: ChallengeSession,
  request: ChallengeAnswer,
  user: User | undefined,
): void {
  const { pool, client, admin, challengeName, responses } = request
  const name = responses.USERNAME!
  const answers = challenges.get(challengeName)?.answers
  // An unknown user may answer by the typed name, or by the made-up name in the challenge.
  const ownNames = [session.username, session.challengeUsername ?? session.username]
  const isOwn =
    user !== undefined || ownNames.some((each) => toKey(pool, each) === toKey(pool, name))
  const isSameUser = findUser(pool, name) === user && isOwn
  const isForRequest =
    session.poolId === pool.id &&
    session.clientId === client.id &&
    session.admin === admin &&
    (session.challenge === challengeName || answers?.includes(session.challenge))
  if (!isSameUser || !isForRequest) throw notAuthorized('Invalid session for the user.')
}

/** Throws if the account has changed since the Session was created so that the sign-in cannot go on. */
function checkAccountState(
  user: User | undefined,
  client: Client,
  session: ChallengeSession,
): void {
  // Before a first factor is proven, the answer must not reveal the state of the account.
  if (session.challenge === 'PASSWORD_VERIFIER') return
  if (session.firstFactorPending && (user || client.hidesUsers)) return
  if (user) return checkSessionAccount(user, session)
  if (!askedOfUnknownUsers.has(session.challenge))
    throw client.hidesUsers ? notAuthorized() : userNotFound()
}

/** Challenges that unknown users get as well, so that the answer does not reveal who exists. */
const askedOfUnknownUsers = new Set(['CUSTOM_CHALLENGE', 'ADMIN_NO_SRP_AUTH'])
