import { serve, type SimulatorServer } from '../node/index.ts'
import { generateSigningKeys, type SigningKeys } from '../pool/signing-keys.ts'
import { additionTriggers } from '../testing/addition-triggers.test.support.ts'
import type { Triggers } from '../triggers.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'
import { createUserPool, type UserPool } from '../user-pool.ts'

export interface ServedUsers {
  pool: UserPool
  server: SimulatorServer
  /** The code of the newest message to the user. */
  code: (username: string) => string
  /** The code that the user's authenticator app shows. */
  totp: (username: string) => string
}

export const password = 'Pa55word!'
export const newPassword = 'N3w-password'

export const ana: SimulatedUser = {
  username: 'ana',
  password,
  attributes: { email: 'ana@example.com' },
}

const users: SimulatedUser[] = [
  ana,
  { username: 'sms', password, attributes: { phone_number: '+15555550100' }, mfa: ['SMS_MFA'] },
  { username: 'totp', password, mfa: ['SOFTWARE_TOKEN_MFA'] },
  {
    username: 'both',
    password,
    attributes: { phone_number: '+15555550101' },
    mfa: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
  },
  { username: 'new', temporaryPassword: password },
]

/** A pool of these users over HTTP, with the real time, which the clients use as well. */
export async function serveUsers(options: UserPoolOptions = {}): Promise<ServedUsers> {
  const pool = createUserPool({ users, triggers: riddleAfterSrp, signingKeys, ...options })
  return {
    pool,
    server: await serve(pool),
    code: (username) => pool.outbox.findLast((message) => message.username === username)!.code,
    totp: (username) => pool.totp(username)!.code,
  }
}

/** The addition after the password, if the client starts with SRP_A. */
const riddleAfterSrp: Triggers = {
  ...additionTriggers,
  defineAuthChallenge(event) {
    const last = event.request.session.at(-1)
    if (last?.challengeName === 'CUSTOM_CHALLENGE')
      return additionTriggers.defineAuthChallenge(event)
    const name = last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE'
    const failed = last?.challengeResult === false
    event.response = failed ? { failAuthentication: true } : { challengeName: name }
    return event
  },
}

const keys: { made?: Promise<SigningKeys> } = {}

function signingKeys(): Promise<SigningKeys> {
  return (keys.made ??= generateSigningKeys())
}
