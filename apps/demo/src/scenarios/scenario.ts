import type { AuthOptions, SignInProps } from '@sallyport/sign-in'
import type { Fault, SimulatedUser, UserPoolOptions } from '@sallyport/simulator'

/** One scenario of the demo: a pool, a user, and what the host app adds. */
export interface Scenario {
  /** The name in the URL. */
  id: string
  title: string
  /** What happens, in one line. */
  story: string
  user: { username: string; password?: string }
  pool: UserPoolOptions
  auth?: Partial<AuthOptions>
  faults?: Fault[]
  /** Wraps the `fetch` of the pool, e.g. to change its answers. */
  wire?: (fetch: Fetch) => Fetch
  forms?: SignInProps['forms']
}

export type Fetch = typeof globalThis.fetch

export interface ScenarioGroup {
  title: string
  scenarios: Scenario[]
}

const username = 'robin'
const password = 'Night-train-7'
const temporaryPassword = 'Welcome-aboard-1'

export const robin = { username, password }
export const newRobin = { username, password: temporaryPassword }

/** The pool's users with a permanent password. */
export function crew(more: Partial<SimulatedUser> = {}): SimulatedUser[] {
  return [
    {
      username,
      password,
      groups: ['conductors', 'night-shift'],
      ...more,
      attributes: { name: 'Robin Vale', email: 'robin@example.com', ...more.attributes },
    },
  ]
}

/** The pool's users with a temporary password. */
export function recruit(more: Partial<SimulatedUser> = {}): SimulatedUser[] {
  return [{ username, temporaryPassword, groups: ['conductors'], ...more }]
}

export const phone = { phone_number: '+15555550142' }
