import { challenges } from '../challenges/challenges.ts'
import { addDevice } from '../pool/devices.ts'
import { forgetFailures } from '../pool/lock-out.ts'
import {
  type Attempt,
  type AuthResponse,
  hasProvenPassword,
  knownUser,
  type Step,
} from './attempt.ts'
import { isProven, usesDevices } from './device-rules.ts'
import { offerFactors } from './first-factors.ts'
import { issueTokens } from './issue-tokens.ts'
import { hasTrigger, runTrigger, unrecognizable } from './run-trigger.ts'

/** Answers with the next challenge under a new Session, or with tokens. */
export async function proceed(attempt: Attempt, step: Step): Promise<AuthResponse> {
  // RSA keys take a while: they are made while the user is still typing. Failing is told to whoever needs them.
  attempt.service.signers().catch(() => {})
  if ('issue' in step) return finish(attempt)

  const challenge = challenges.get(step.ask)
  // Only a trigger can order what the pool does not know.
  if (!challenge?.ask) throw unrecognizable()
  const { service, pool, client, username, admin, flow, choosing, rounds } = attempt
  const asked = await challenge.ask(attempt, step.given)
  const { parameters } = asked
  if ('sessionless' in asked) return { ChallengeName: step.ask, ChallengeParameters: parameters }
  const session = service.sessions.open({
    poolId: pool.id,
    clientId: client.id,
    username,
    shownName: parameters.USERNAME,
    sub: attempt.user?.sub,
    challenge: step.ask,
    admin,
    flow,
    choosing,
    rounds,
    password: hasProvenPassword(attempt) ? attempt.user?.password : undefined,
    memory: asked.memory,
    expiresAt: service.clock.now() + client.authSessionValidity * 60_000,
  })
  return {
    ChallengeName: step.ask,
    Session: session,
    ...(choosing && { AvailableChallenges: offerFactors(attempt) }),
    ChallengeParameters: parameters,
  }
}

async function finish(attempt: Attempt): Promise<AuthResponse> {
  const { service, pool, client, metadata } = attempt
  const user = knownUser(attempt)
  const isNewDevice = usesDevices(attempt) && !attempt.device
  forgetFailures(user, service.clock.now())
  if (hasTrigger(pool, 'postAuthentication')) {
    await runTrigger({
      service,
      pool,
      clientId: client.id,
      name: 'postAuthentication',
      occasion: 'Authentication',
      user,
      username: user.username,
      request: { newDeviceUsed: isNewDevice, ...(metadata && { clientMetadata: metadata }) },
      response: {},
    })
  }
  const device = isNewDevice ? addDevice(pool, user, service.clock.now()) : attempt.device
  const result = await issueTokens(
    { service, pool, client, user, metadata },
    usesDevices(attempt) ? device : undefined,
    isProven(attempt) ? 'AuthenticateDevice' : 'Authentication',
  )
  if (!isNewDevice || !device) return { ChallengeParameters: {}, AuthenticationResult: result }
  const { key: DeviceKey, groupKey: DeviceGroupKey } = device
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...result, NewDeviceMetadata: { DeviceKey, DeviceGroupKey } },
  }
}
