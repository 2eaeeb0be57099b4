import { type Clock, createClock } from './clock.ts'
import { createOutbox, type Message } from './outbox.ts'
import { type AuthenticatorCode, showAuthenticator } from './pool/authenticator.ts'
import { choosePools } from './pool/choose-pools.ts'
import type { Pool } from './pool/pool.ts'
import { randomDigits } from './pool/random.ts'
import { createSigners } from './pool/signers.ts'
import { generateSigningKeys, type SigningKeys } from './pool/signing-keys.ts'
import { createStrangers } from './pool/strangers.ts'
import type { Service } from './service.ts'
import { createSessions } from './sign-in/sessions.ts'
import { createSecretBlocks } from './srp/secret-blocks.ts'
import type { Triggers } from './triggers.ts'
import { abortable } from './wire/abortable.ts'
import { createFaultPlan, type Faults } from './wire/faults.ts'
import { route } from './wire/route.ts'

export interface SimulatorOptions {
  /** Called by every pool whose LambdaConfig has the trigger. */
  triggers?: Triggers
  /** The codes that are sent, for stories; so many random digits unless given. */
  codes?: (digits: number) => string
  /** What the clock runs on; `Date.now` unless given. */
  now?: () => number
  /** By how many seconds the TIMESTAMP of an SRP sign-in may be off; 300 unless given. */
  clockTolerance?: number
  /** Where tokens say they come from; the service's own address unless given. */
  issuer?: (poolId: string) => string
  /** Lets MFA_SETUP offer SMS in pools made over the wire, by analogy with e-mail. */
  smsSetup?: boolean
  /** To be shared between simulators, since making them takes a while; own ones unless given. */
  signingKeys?: () => Promise<SigningKeys>
}

/** User pools in memory behind one endpoint. */
export interface Simulator {
  /** Answers what the service's endpoint answers; give it to any client that takes a `fetch`. */
  fetch: typeof globalThis.fetch
  /** The last 10,000 SMS and e-mails, newest last; a new array after each. */
  readonly outbox: readonly Message[]
  /** Calls back when the outbox or an authenticator changes. */
  subscribe: (listener: () => void) => () => void
  clock: Clock
  faults: Faults
  /** Of the first pool that has the user, unless it is said which. */
  totp: (username: string, userPoolId?: string) => AuthenticatorCode | undefined
  /** Back to how it was made. */
  reset: () => void
  /** What has been asked, oldest first; the last 10,000 requests. */
  readonly requests: readonly { operation: string; at: number }[]
}

export interface StoredSimulator extends Simulator {
  /** What outlives the process. */
  snapshot: () => Promise<Snapshot>
}

export interface Snapshot {
  pools: Pool[]
  signingKeys: SigningKeys
}

/** An endpoint with no user pools yet: they are made over the wire, by any client of the service. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulatorOf([], options)
}

/** A simulator that holds these pools from the start and again after every reset. */
export function createSimulatorOf(
  pools: Pool[],
  { triggers = {}, codes = randomDigits, now, issuer, ...options }: SimulatorOptions,
): StoredSimulator {
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const clock = createClock(now)
  const outbox = createOutbox(changed)
  const faults = createFaultPlan()
  const signingKeys = once(options.signingKeys ?? generateSigningKeys)
  let requests: { operation: string; at: number }[] = []

  const service: Service = {
    pools: copy(pools),
    sessions: createSessions(),
    secretBlocks: createSecretBlocks(),
    strangers: createStrangers(),
    clock,
    outbox,
    triggers,
    smsSetup: options.smsSetup ?? false,
    clockTolerance: (options.clockTolerance ?? 300) * 1000,
    newCode: codes,
    signingKeys,
    signers: once(async () => createSigners(await signingKeys())),
    issuer: issuer ?? toServiceAddress,
    authenticatorChanged: changed,
  }

  const simulator: StoredSimulator = {
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init)
      return abortable(route(request, { service, faults, asked, simulator }), request.signal)
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
      service.sessions.clear()
      service.secretBlocks.clear()
      service.strangers.clear()
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

  function asked(operation: string) {
    if (requests.push({ operation, at: clock.now() }) > 10_000) requests.shift()
  }

  return simulator
}

function copy(pools: Pool[]): Map<string, Pool> {
  return new Map(structuredClone(pools).map((pool) => [pool.id, pool]))
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function toServiceAddress(poolId: string): string {
  return `https://cognito-idp.${poolId.split('_')[0]}.amazonaws.com/${poolId}`
}
