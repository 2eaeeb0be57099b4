import {
  createUserPool,
  generateSigningKeys,
  type SigningKeys,
  type Triggers,
  type UserPool,
  type UserPoolOptions,
} from '../packages/simulator/src/index.ts'
import {
  type Auth,
  type AuthFlow,
  type AuthOptions,
  createAuth,
} from '../packages/sign-in/src/index.ts'

export interface Scenario {
  title: string
  /** The password of the user. Missing if the scenario needs none. */
  password?: string
  authFlow?: AuthFlow
  pool: UserPoolOptions
}

export const username = 'ana'
const password = 'Pa55word!'
const email = 'ana@example.com'
const phone_number = '+15555550100'

/** The user pools of the live sign-in. */
export const scenarios = {
  password: {
    title: 'Password only',
    password,
    pool: {
      users: [
        { username, password, attributes: { email } },
        { username: 'bob', password },
      ],
    },
  },
  sms: {
    title: 'Text message',
    password,
    pool: { users: [{ username, password, attributes: { phone_number }, mfa: ['SMS_MFA'] }] },
  },
  email: {
    title: 'E-mail',
    password,
    pool: { users: [{ username, password, attributes: { email }, mfa: ['EMAIL_OTP'] }] },
  },
  app: {
    title: 'Authenticator',
    password,
    pool: { users: [{ username, password, mfa: ['SOFTWARE_TOKEN_MFA'] }] },
  },
  choice: {
    title: 'Choice',
    password,
    pool: {
      users: [
        {
          username,
          password,
          attributes: { email, phone_number },
          mfa: ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
        },
      ],
    },
  },
  setUp: {
    title: 'MFA set-up',
    password,
    pool: { mfa: 'ON', smsSetup: true, users: [{ username, password }] },
  },
  newPassword: {
    title: 'New password',
    password: 'Temp0rary!',
    pool: {
      requiredAttributes: ['name', 'birthdate', 'custom:favourite_team'],
      users: [{ username, temporaryPassword: 'Temp0rary!' }],
    },
  },
  methods: {
    title: 'Ways to sign in',
    password,
    authFlow: 'USER_AUTH',
    pool: {
      firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      users: [{ username, password, attributes: { email, phone_number } }],
    },
  },
  custom: {
    title: 'Custom',
    authFlow: 'CUSTOM_AUTH',
    pool: { users: [{ username, password }], triggers: riddles() },
  },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

/** A new pool and a sign-in that uses it. */
export interface Live {
  scenario: Scenario
  pool: UserPool
  auth: Auth
}

export function openPool(name: ScenarioName, options: Partial<AuthOptions> = {}): Live {
  const scenario: Scenario = scenarios[name]
  const pool = createUserPool({ ...scenario.pool, signingKeys })
  const auth = createAuth({
    ...pool.config,
    ...(scenario.authFlow && { authFlow: scenario.authFlow }),
    fetch: pool.fetch,
    ...options,
  })
  return { scenario, pool, auth }
}

// All pools share their keys, which are slow to make.
let sharedKeys: Promise<SigningKeys> | undefined
function signingKeys(): Promise<SigningKeys> {
  sharedKeys ??= generateSigningKeys()
  return sharedKeys
}

function riddles(): Triggers {
  const rounds = [
    { question: 'What has keys but opens no door?', answer: 'piano' },
    { question: 'What gets wetter the more it dries?', answer: 'towel' },
  ]
  return {
    defineAuthChallenge(event) {
      const { session } = event.request
      const solved = session.filter(({ challengeResult }) => challengeResult).length
      const failed = session.length - solved
      if (solved === rounds.length) event.response.issueTokens = true
      else if (failed >= 3) event.response.failAuthentication = true
      else event.response.challengeName = 'CUSTOM_CHALLENGE'
      return event
    },
    createAuthChallenge(event) {
      const solved = event.request.session.filter(({ challengeResult }) => challengeResult).length
      const { question, answer } = rounds[solved]!
      event.response.publicChallengeParameters = { question }
      event.response.privateChallengeParameters = { answer }
      return event
    },
    verifyAuthChallengeResponse(event) {
      const { privateChallengeParameters, challengeAnswer } = event.request
      event.response.answerCorrect = challengeAnswer
        .toLowerCase()
        .includes(privateChallengeParameters['answer']!)
      return event
    },
  }
}
