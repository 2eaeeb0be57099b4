import { type Auth, type AuthOptions, createAuth } from '@sallyport/sign-in'
import { fetchTransport } from '@sallyport/sign-in/transports/fetch'
import { createUserPool, generateSigningKeys, type UserPool } from '@sallyport/simulator'
import type { Scenario } from '../scenarios/scenario.ts'
import { withCrewApi } from '../session/crew-api.ts'
import { createPageStorage } from '../session/page-storage.ts'
import type { Settings } from '../settings/settings.ts'
import { createWireLog, type WireLog } from './wire-log.ts'

/** A sign-in and the log of its requests. */
export interface Playground {
  auth: Auth
  wire: WireLog
  /** `undefined` for a real pool. */
  pool: UserPool | undefined
  /** Opens the app once more, on the same session. `undefined` for a real pool: there a browser tab does. */
  openTab: (() => Auth) | undefined
}

/** Makes a new pool and a new sign-in for one scenario. */
export function createPlayground(scenario: Scenario, { transport }: Settings): Playground {
  // Made in advance, so that the first sign-in does not wait for them.
  const keys = generateSigningKeys()
  const pool = createUserPool({ ...scenario.pool, signingKeys: () => keys })
  for (const fault of scenario.faults ?? []) pool.faults.add(fault)
  const wire = createWireLog(withCrewApi(scenario.wire?.(pool.fetch) ?? pool.fetch))
  const options: AuthOptions = {
    ...pool.config,
    ...scenario.auth,
    ...transportFor(transport),
    // Not `local`: tokens must not outlive their pool, which ends with the page.
    tokenStorage: createPageStorage(),
    fetch: wire.fetch,
  }
  return { auth: createAuth(options), wire, pool, openTab: () => createAuth(options) }
}

export function transportFor(transport: Settings['transport']) {
  return transport === 'fetch' ? { transport: fetchTransport } : {}
}
