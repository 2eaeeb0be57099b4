import { createClock } from './clock.ts'
import { createOutbox } from './outbox.ts'
import { showAuthenticator } from './pool/authenticator.ts'
import { choosePools } from './pool/choose-pools.ts'
import type { Pool } from './pool/pool.ts'
import { randomDigits } from './pool/random.ts'
import { createSigners } from './pool/signers.ts'
import { generateSigningKeys } from './pool/signing-keys.ts'
import { createUnknownUsers } from './pool/unknown-users.ts'
import type { Service } from './service.ts'
import { createChallengeSessions } from './sign-in/challenge-sessions.ts'
import type { Simulator, SimulatorOptions, StoredSimulator } from './simulator.ts'
import { createSecretBlocks } from './srp/secret-blocks.ts'
import { abortable } from './wire/abortable.ts'
import { createFaultPlan } from './wire/faults.ts'
import { route } from './wire/route.ts'

/** Creates a simulator without user pools. Clients create them with CreateUserPool. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulatorOf([], options)
}

/** Creates a simulator with these pools. A reset restores them. */
export function createSimulatorOf(
  pools: Pool[],
  { triggers = {}, codes = randomDigits, now, issuer, ...options }: SimulatorOptions,
): StoredSimulator {
  const listeners = new Set<() => void>()
  const notifyListeners = () => {
    for (const listener of listeners) listener()
  }
  const clock = createClock(now)
  const outbox = createOutbox(notifyListeners)
  const faults = createFaultPlan()
  const signingKeys = lazily(options.signingKeys ?? generateSigningKeys)
  let requests: { operation: string; at: number }[] = []

  const service: Service = {
    pools: copy(pools),
    challengeSessions: createChallengeSessions(),
    secretBlocks: createSecretBlocks(),
    unknownUsers: createUnknownUsers(),
    clock,
    outbox,
    triggers,
    smsSetup: options.smsSetup ?? false,
    clockToleranceMs: (options.clockTolerance ?? 300) * 1000,
    newCode: codes,
    signingKeys,
    signers: lazily(async () => createSigners(await signingKeys())),
    issuer: issuer ?? toServiceAddress,
    authenticatorChanged: notifyListeners,
  }

  const simulator: StoredSimulator = {
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init)
      return abortable(
        route(request, { service, simulator, faults, recordRequest }),
        request.signal,
      )
    },
    get outbox() {
      return outbox.messages
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clock,
    faults,
    totp: (username, userPoolId) =>
      showAuthenticator(choosePools(service.pools, userPoolId), username, clock.now()),
    reset() {
      service.pools = copy(pools)
      service.challengeSessions.clear()
      service.secretBlocks.clear()
      service.unknownUsers.clear()
      clock.reset()
      faults.clear()
      requests = []
      outbox.clear()
    },
    get requests() {
      return requests
    },
    async snapshot() {
      return { pools: [...service.pools.values()], signingKeys: await signingKeys() }
    },
  }

  function recordRequest(operation: string) {
    if (requests.push({ operation, at: clock.now() }) > 10_000) requests.shift()
  }

  return simulator
}

function copy(pools: Pool[]): Map<string, Pool> {
  return new Map(structuredClone(pools).map((pool) => [pool.id, pool]))
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => (promise ??= make())
}

function toServiceAddress(poolId: string): string {
  return `https://cognito-idp.${poolId.split('_')[0]}.amazonaws.com/${poolId}`
}
