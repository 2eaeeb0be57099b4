import { generateSigningKeys, type SigningKeys } from '../pool/signing-keys.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'
import { createUserPool, type UserPool } from '../user-pool.ts'

/** The body of any response, errors included. */
export interface Answer {
  ChallengeName: string
  Session: string
  ChallengeParameters: Record<string, string>
  AuthenticationResult: {
    AccessToken: string
    ExpiresIn: number
    IdToken: string
    NewDeviceMetadata: { DeviceKey: string; DeviceGroupKey: string }
    RefreshToken: string
    TokenType: string
  }
  __type: string
  message: string
  [member: string]: unknown
}

export interface OpenPool {
  pool: UserPool
  ask: (operation: string, body: object) => Promise<Answer>
  signIn: (username: string, password?: string) => Promise<Answer>
  answer: (asked: Answer, responses: Record<string, string>) => Promise<Answer>
}

export const password = 'Pa55word!'
export const noon: number = Date.UTC(2026, 10, 21, 12)

/** A pool whose clock stands still at noon, so that TOTP codes do not change during a test. */
export function openPool(options: UserPoolOptions = {}): OpenPool {
  const pool = createUserPool({ now: () => noon, signingKeys, ...options })
  const ask: OpenPool['ask'] = (operation, body) => askPool(pool, operation, body)
  return {
    pool,
    ask,
    signIn: (USERNAME, PASSWORD = password) =>
      ask('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD },
      }),
    answer: ({ ChallengeName, Session, ChallengeParameters }, responses) =>
      ask('RespondToAuthChallenge', {
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: ChallengeParameters?.USERNAME, ...responses },
      }),
  }
}

async function askPool(pool: UserPool, operation: string, body: object): Promise<Answer> {
  const response = await pool.fetch('https://cognito-idp.eu-west-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    body: JSON.stringify({
      ClientId: pool.config.clientId,
      UserPoolId: pool.config.userPoolId,
      ...body,
    }),
  })
  return (await response.json()) as Answer
}

export function exception(type: string, message: string): { __type: string; message: string } {
  return { __type: type, message }
}

/** Generated once for all pools of a test file, since RSA keys are slow. */
const keys: { made?: Promise<SigningKeys> } = {}

function signingKeys(): Promise<SigningKeys> {
  return (keys.made ??= generateSigningKeys())
}
