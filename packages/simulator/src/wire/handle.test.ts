import { afterEach, describe, expect, test, vi } from 'vitest'
import { operations } from '../operations/operations.ts'
import { openPool, password } from '../testing/open-pool.test.support.ts'

const users = [
  { username: 'ana', password, mfa: ['SOFTWARE_TOKEN_MFA' as const] },
  { username: 'bob', password },
]
const url = 'https://cognito-idp.eu-west-1.amazonaws.com/'

function post(target: string | undefined, body: string, headers: Record<string, string> = {}) {
  return openPool({ users }).pool.fetch(url, {
    method: 'POST',
    headers: {
      ...(target !== undefined && { 'x-amz-target': target }),
      'content-type': 'application/x-amz-json-1.1',
      ...headers,
    },
    body,
  })
}

function call(operation: string, body: unknown) {
  return post(`AWSCognitoIdentityProviderService.${operation}`, JSON.stringify(body))
}

describe('a refused request', () => {
  test('gets the reason in the body and in the headers', async () => {
    const response = await call('InitiateAuth', {
      ClientId: '1h57kf5cpq17m0eml12EXAMPLE',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: 'x' },
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      __type: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'NotAuthorizedException:',
      'x-amzn-errormessage': 'Incorrect username or password.',
      'x-amzn-requestid': expect.stringMatching(/^[\da-f-]{36}$/),
      date: 'Sat, 21 Nov 2026 12:00:00 GMT',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('x-amzn-ErrorType'),
    })
  })

  test.each<[string, Promise<Response>, string]>([
    ['an unknown operation', call('Frobnicate', {}), 'UnknownOperationException'],
    ['no target', post(undefined, '{}'), 'UnknownOperationException'],
    ['another service', post('DynamoDB_20120810.GetItem', '{}'), 'UnknownOperationException'],
    [
      'invalid JSON',
      post('AWSCognitoIdentityProviderService.InitiateAuth', '{"AuthFlow"'),
      'SerializationException',
    ],
    ['a list', call('InitiateAuth', []), 'SerializationException'],
    [
      'JSON that is nested too deeply',
      post(
        'AWSCognitoIdentityProviderService.CreateUserPool',
        `{"PoolName":"deep","UserPoolTags":${'{"a":'.repeat(9999)}1${'}'.repeat(9999)}}`,
      ),
      'SerializationException',
    ],
    [
      'a fraction in place of an integer',
      call('ListUserPools', { MaxResults: 1.5 }),
      'SerializationException',
    ],
    [
      'a number in place of a string',
      call('InitiateAuth', { ClientId: 7 }),
      'SerializationException',
    ],
    ['an unknown client', call('InitiateAuth', unknownClient()), 'ResourceNotFoundException'],
  ])('gets JSON that a page can read for %s', async (_what, answer, type) => {
    const response = await answer
    expect(response.status).toBe(400)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ __type: type })
  })

  test('is refused for a body of more than a megabyte', async () => {
    const target = 'AWSCognitoIdentityProviderService.InitiateAuth'
    expect((await post(target, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  })

  test('names every member that breaks a constraint, and repeats no value', async () => {
    const response = await call('AdminRespondToAuthChallenge', {
      ClientId: 'not valid!',
      UserPoolId: 'nonsense',
      ChallengeName: 'SECRET',
      Session: 'short',
    })
    const { __type: type, message } = (await response.json()) as Record<string, string>
    expect(type).toBe('InvalidParameterException')
    expect(message).toMatch(
      /^4 validation errors detected: Value at 'challengeName' failed to satisfy constraint: Member must satisfy enum value set: \[SMS_MFA, /,
    )
    expect(message).toContain(
      "Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20",
    )
    expect(message).not.toMatch(/not valid!|nonsense|SECRET|short/)
  })

  test('is refused for malformed context data', async () => {
    const response = await call('AdminInitiateAuth', {
      AuthFlow: 'CUSTOM_AUTH',
      ClientId: 'any',
      UserPoolId: 'eu-west-1_Any',
      ContextData: { IpAddress: '192.0.2.1', ServerName: 'example.com', HttpHeaders: [] },
    })
    expect(await response.json()).toMatchObject({
      message:
        "1 validation error detected: Value at 'contextData.serverPath' failed to satisfy constraint: Member must not be null",
    })
  })

  test('is refused for a missing member', async () => {
    const response = await call('InitiateAuth', { AuthFlow: 'CUSTOM_AUTH', ClientId: null })
    expect(await response.json()).toMatchObject({
      message:
        "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must not be null",
    })
  })
})

describe('a preflight of a browser', () => {
  test('allows the requested headers and method, and says for how long', async () => {
    const response = await openPool().pool.fetch(url, {
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-amz-target,x-amz-user-agent',
      },
    })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-amz-target,x-amz-user-agent',
      'access-control-max-age': '172800',
    })
  })
})

describe('unexpected input', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  const odd: unknown[] = [
    null,
    0,
    1e308,
    '',
    '\0\uD800\u202E',
    '__proto__',
    'x'.repeat(5000),
    [{}],
    { '': '' },
    JSON.parse('{"__proto__":{"polluted":"yes"}}'),
    { USERNAME: 'ana', PASSWORD: password },
    { a: { b: { c: [1] } } },
  ]

  test.each([...operations.keys()])(
    '%s never answers it with an internal error',
    async (operation) => {
      const broken = vi.spyOn(console, 'error')
      const { pool, ask, signIn } = openPool({ users })
      const { Session } = await signIn('ana')
      const { AuthenticationResult: tokens } = await signIn('bob')
      const sound = {
        AccessToken: tokens.AccessToken,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ana', PASSWORD: password },
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        ChallengeResponses: { USERNAME: 'ana', SOFTWARE_TOKEN_MFA_CODE: '123456' },
        ClientName: 'other',
        GroupName: 'readers',
        MaxResults: 10,
        Password: password,
        PoolName: 'other',
        RefreshToken: tokens.RefreshToken,
        Session,
        Token: tokens.RefreshToken,
        UserAttributes: [{ Name: 'email', Value: 'ana@example.com' }],
        UserCode: '123456',
        Username: 'ana',
      }
      const members = [
        ...Object.keys(sound),
        'ClientId',
        'UserPoolId',
        'Schema',
        'LambdaConfig',
        'Policies',
        'Filter',
        'SMSMfaSettings',
        'ExplicitAuthFlows',
        'AccountRecoverySetting',
        'NextToken',
        'PaginationToken',
      ]
      for (const value of odd) {
        const bodies = members.map((member) => ({ ...sound, [member]: value }))
        const answers = await Promise.all(bodies.map((body) => ask(operation, body)))
        expect(answers.map(({ __type }) => __type)).not.toContain('InternalErrorException')
      }
      expect(broken).not.toHaveBeenCalled()
      expect({}).not.toHaveProperty('polluted')
      expect(pool.requests.length).toBeGreaterThan(odd.length)
    },
  )
})

function unknownClient() {
  return { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'unknown' }
}
