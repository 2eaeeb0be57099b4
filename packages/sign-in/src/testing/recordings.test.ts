import { createUserPool, type UserPoolOptions } from '@sallyport/simulator'
import { expect, test } from 'vitest'
import type { ChallengeName } from '../challenges/challenge.ts'
import type { AuthResponse } from '../protocol/wire.ts'
import { createClient } from '../client/create-client.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { recordings } from './recordings.ts'

// The kit and the simulator share no code. The recordings tie both to the service.

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550134' },
}
interface Start {
  AuthFlow: 'USER_AUTH' | 'CUSTOM_AUTH'
  PREFERRED_CHALLENGE?: string
}
const choosing: UserPoolOptions = {
  users: [ana],
  firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
}
const asks: [ChallengeName, UserPoolOptions, Start?][] = [
  ['SELECT_CHALLENGE', choosing, { AuthFlow: 'USER_AUTH' }],
  ['SMS_OTP', choosing, { AuthFlow: 'USER_AUTH', PREFERRED_CHALLENGE: 'SMS_OTP' }],
  ['SMS_MFA', { users: [{ ...ana, mfa: ['SMS_MFA'] }] }],
  ['EMAIL_OTP', { users: [{ ...ana, mfa: ['EMAIL_OTP'] }] }],
  ['SOFTWARE_TOKEN_MFA', { users: [{ ...ana, mfa: ['SOFTWARE_TOKEN_MFA'] }] }],
  ['SELECT_MFA_TYPE', { users: [{ ...ana, mfa: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }] }],
  ['MFA_SETUP', { mfa: 'ON', users: [{ username: 'ana', password: ana.password }] }],
  [
    'NEW_PASSWORD_REQUIRED',
    {
      users: [{ username: 'ana', temporaryPassword: ana.password, attributes: ana.attributes }],
      requiredAttributes: ['name', 'birthdate'],
    },
  ],
  [
    'CUSTOM_CHALLENGE',
    {
      users: [ana],
      triggers: {
        defineAuthChallenge: (event) => {
          event.response.challengeName = 'CUSTOM_CHALLENGE'
          return event
        },
        createAuthChallenge: (event) => {
          event.response.publicChallengeParameters = { question: 'Why?' }
          return event
        },
        verifyAuthChallengeResponse: (event) => event,
      },
    },
    { AuthFlow: 'CUSTOM_AUTH' },
  ],
]

test.each(asks)(
  '%s: the simulator asks in the shape of the recording',
  async (name, options, start) => {
    const pool = createUserPool(options)
    const { call } = createClient(() =>
      awsSdkTransport({
        region: 'eu-west-1',
        endpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
        fetch: pool.fetch,
        deadlineSeconds: 15,
      }),
    )
    const { AuthFlow, ...parameters } = start ?? { AuthFlow: 'USER_PASSWORD_AUTH' as const }
    const request = {
      ClientId: pool.config.clientId,
      AuthFlow,
      AuthParameters: { USERNAME: 'ana', PASSWORD: ana.password, ...parameters },
    }
    const asked = await call(initiateAuth, request, new AbortController())
    expect(asked.ChallengeName).toBe(name)
    expect(asked).toMatchObject(shapeOf(recordings[name] as AuthResponse))
  },
)

// Steps that no password sign-in asks, steps of the kit, and UNKNOWN.
const notSimulated = [
  'DEVICE_PASSWORD_VERIFIER',
  'DEVICE_SRP_AUTH',
  'PASSWORD_VERIFIER',
  'REMEMBER_DEVICE',
  'SIGN_IN',
  'UNKNOWN',
  'WEB_AUTHN',
]
// Names that are only answered, and one that only a server is asked.
const neverAsked = ['PASSWORD', 'PASSWORD_SRP', 'ADMIN_NO_SRP_AUTH']

test('every challenge has a recording', () => {
  expect(Object.keys(recordings).toSorted()).toEqual(
    [...asks.map(([name]) => name), ...notSimulated, ...neverAsked].toSorted(),
  )
})

/** The keys, and which values are JSON in a string. The values themselves do not matter. */
function shapeOf({ ChallengeName, ChallengeParameters }: AuthResponse): object {
  const shapes = Object.entries(ChallengeParameters).map(([key, value = '']) => {
    if (key === 'FRIENDLY_DEVICE_NAME') return []
    return [[key, expect.stringMatching(/^[[{]/.test(value) ? /^[[{].*[\]}]$/ : /./)]]
  })
  return {
    ChallengeName,
    Session: expect.stringMatching(/^.{20,}$/),
    ChallengeParameters: Object.fromEntries(shapes.flat()),
  }
}
