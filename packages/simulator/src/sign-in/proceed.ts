import { challenges } from '../challenges/challenges.ts'
import { addDevice } from '../pool/devices.ts'
import { forgetFailures } from '../pool/lock-out.ts'
import type { AuthResponse } from './auth-response.ts'
import { usesDevices } from './device-rules.ts'
import { offerFactors } from './first-factors.ts'
import { issueTokens } from './issue-tokens.ts'
import type { StepResult } from './next-step.ts'
import { hasTrigger, invalidLambdaOutput, runTrigger } from './run-trigger.ts'
import { requireUser, type SignInAttempt } from './sign-in-attempt.ts'

/** Applies the patch of a step, and answers with the next challenge or with tokens. */
export async function proceed(
  before: SignInAttempt,
  { step, patch }: StepResult,
): Promise<AuthResponse> {
  const attempt = { ...before, ...patch }
  // Starts the slow generation of RSA keys early. Whoever awaits the keys later gets the error.
  attempt.service.signers().catch(() => {})
  if ('issue' in step) return finish(attempt)

  const challenge = challenges.get(step.ask)
  // Only a trigger can order a challenge that does not exist.
  if (!challenge?.ask) throw invalidLambdaOutput()
  const { service, pool, client, username, admin, flow, firstFactorPending, proven, rounds } =
    attempt
  const asked = await challenge.ask(attempt, step.input)
  const { parameters } = asked
  if ('sessionless' in asked) return { ChallengeName: step.ask, ChallengeParameters: parameters }
  const session = service.challengeSessions.create({
    poolId: pool.id,
    clientId: client.id,
    username,
    challengeUsername: parameters.USERNAME,
    sub: attempt.user?.sub,
    challenge: step.ask,
    admin,
    flow,
    firstFactorPending,
    proven,
    rounds,
    provenPassword: proven.has('password') ? attempt.user?.password : undefined,
    state: asked.state,
    expiresAt: service.clock.now() + client.authSessionValidity * 60_000,
  })
  return {
    ChallengeName: step.ask,
    Session: session,
    ...(firstFactorPending && { AvailableChallenges: offerFactors(attempt) }),
    ChallengeParameters: parameters,
  }
}

async function finish(attempt: SignInAttempt): Promise<AuthResponse> {
  const { service, pool, client, clientMetadata } = attempt
  const user = requireUser(attempt)
  const isNewDevice = usesDevices(attempt) && !attempt.device
  forgetFailures(user, service.clock.now())
  if (hasTrigger(pool, 'postAuthentication')) {
    await runTrigger({
      service,
      pool,
      clientId: client.id,
      name: 'postAuthentication',
      sourceSuffix: 'Authentication',
      user,
      username: user.username,
      request: { newDeviceUsed: isNewDevice, ...(clientMetadata && { clientMetadata }) },
      response: {},
    })
  }
  const device = isNewDevice ? addDevice(pool, user, service.clock.now()) : attempt.device
  const result = await issueTokens(
    { service, pool, client, user, clientMetadata },
    usesDevices(attempt) ? device : undefined,
    attempt.proven.has('device') ? 'AuthenticateDevice' : 'Authentication',
  )
  if (!isNewDevice || !device) return { ChallengeParameters: {}, AuthenticationResult: result }
  const { key: DeviceKey, groupKey: DeviceGroupKey } = device
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...result, NewDeviceMetadata: { DeviceKey, DeviceGroupKey } },
  }
}
