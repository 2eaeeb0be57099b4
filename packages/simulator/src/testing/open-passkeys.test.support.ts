import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'
import { ana, type ChoicePool, openChoice } from './choose.test.support.ts'
import { type Answer, password } from './open-pool.test.support.ts'
import {
  type Ceremony,
  createAuthenticator,
  type CreationOptions,
  type RequestOptions,
  type SoftwareAuthenticator,
} from './software-authenticator.test.support.ts'

export interface PasskeyPool extends ChoicePool {
  authenticator: SoftwareAuthenticator
  register: (username: string, authenticator?: SoftwareAuthenticator) => Promise<Answer>
  /** Sends InitiateAuth with WEB_AUTHN as the preferred challenge. */
  begin: () => Promise<Answer>
  /** The authenticator's credential for a challenge. */
  sign: (asked: Answer, ceremony?: Ceremony) => Promise<string>
}

/** A pool in which only Ana has a passkey. */
export async function openPasskeys(
  options: UserPoolOptions = {},
  user: Partial<SimulatedUser> = {},
): Promise<PasskeyPool> {
  const opened = openChoice(user, {
    passkeys: { relyingPartyId: 'localhost' },
    users: [
      { ...ana, ...user },
      { username: 'bob', password },
    ],
    ...options,
  })
  const authenticator = createAuthenticator()
  const register = async (username: string, by = authenticator) => {
    const { AuthenticationResult: tokens } = await opened.signIn(username)
    const { AccessToken } = tokens
    const started = await opened.ask('StartWebAuthnRegistration', { AccessToken })
    const Credential = await by.create(started.CredentialCreationOptions as CreationOptions)
    return opened.ask('CompleteWebAuthnRegistration', { AccessToken, Credential })
  }
  await register('ana')
  return {
    ...opened,
    authenticator,
    register,
    begin: () => opened.start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }),
    async sign(asked, ceremony) {
      return JSON.stringify(await authenticator.get(readOptions(asked), ceremony))
    },
  }
}

export function readOptions({ ChallengeParameters }: Answer): RequestOptions {
  return JSON.parse(ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS!) as RequestOptions
}
