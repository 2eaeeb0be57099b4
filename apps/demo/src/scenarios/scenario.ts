import type { AuthOptions, SignInProps } from '@sallyport/sign-in'
import type { Fault, SimulatedUser, UserPoolOptions } from '@sallyport/simulator'

/** One thing to try: a pool, who signs in to it, and what the host adds of its own. */
export interface Scenario {
  /** Its name in the address. */
  id: string
  title: string
  /** What happens, in a line. */
  story: string
  user: { username: string; password?: string }
  pool: UserPoolOptions
  auth?: Partial<AuthOptions>
  faults?: Fault[]
  /** Stands between the kit and the pool. */
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

/** Somebody who has been here before. */
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

/** Somebody whose account was made this morning. */
export function recruit(more: Partial<SimulatedUser> = {}): SimulatedUser[] {
  return [{ username, temporaryPassword, groups: ['conductors'], ...more }]
}

export const phone = { phone_number: '+15555550142' }
