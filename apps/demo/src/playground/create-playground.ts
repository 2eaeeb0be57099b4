import { type Auth, createAuth } from '@sallyport/sign-in'
import { fetchTransport } from '@sallyport/sign-in/transports/fetch'
import { createUserPool, generateSigningKeys, type UserPool } from '@sallyport/simulator'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Settings } from '../settings/settings.ts'
import { createWireLog, type WireLog } from './wire-log.ts'

/** A sign-in and the log of its requests. */
export interface Playground {
  auth: Auth
  wire: WireLog
  /** `undefined` for a real pool. */
  pool: UserPool | undefined
}

/** Makes a new pool and a new sign-in for one scenario. */
export function createPlayground(scenario: Scenario, { transport }: Settings): Playground {
  // Made in advance, so that the first sign-in does not wait for them.
  const keys = generateSigningKeys()
  const pool = createUserPool({ ...scenario.pool, signingKeys: () => keys })
  for (const fault of scenario.faults ?? []) pool.faults.add(fault)
  const wire = createWireLog(scenario.wire?.(pool.fetch) ?? pool.fetch)
  const auth = createAuth({
    ...pool.config,
    ...scenario.auth,
    ...transportFor(transport),
    fetch: wire.fetch,
  })
  return { auth, wire, pool }
}

export function transportFor(transport: Settings['transport']) {
  return transport === 'fetch' ? { transport: fetchTransport } : {}
}
