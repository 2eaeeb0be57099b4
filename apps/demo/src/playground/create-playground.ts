import { type Auth, createAuth } from '@sallyport/sign-in'
import { fetchTransport } from '@sallyport/sign-in/transports/fetch'
import { createUserPool, generateSigningKeys, type UserPool } from '@sallyport/simulator'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Settings } from '../settings/settings.ts'
import { createWireLog, type WireLog } from './wire-log.ts'

/** A sign-in, and a look at what it says on the wire. */
export interface Playground {
  auth: Auth
  wire: WireLog
  /** None where a real one answers. */
  pool: UserPool | undefined
}

/** A new pool and a new sign-in for one scenario. */
export function createPlayground(scenario: Scenario, { transport }: Settings): Playground {
  // Made while the user reads, so that nobody waits for them at the tokens.
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
