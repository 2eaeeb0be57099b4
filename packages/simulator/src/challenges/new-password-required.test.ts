import { describe, expect, test } from 'vitest'
import { exception, openPool } from '../testing/open-pool.test.support.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'

const temporaryPassword = 'Temp0rary!'
const NEW_PASSWORD = 'N3w-password'

function open(options: UserPoolOptions = {}) {
  const opened = openPool({ users: [{ username: 'ana', temporaryPassword }], ...options })
  return { ...opened, start: () => opened.signIn('ana', temporaryPassword) }
}

describe('asked', () => {
  test('lists missing attributes with the prefix and the others without, as JSON', async () => {
    const { signIn } = openPool({
      users: [{ username: 'ana', temporaryPassword, attributes: { email: 'ana@example.com' } }],
      requiredAttributes: ['name', 'email', 'custom:team'],
    })
    expect((await signIn('ana', temporaryPassword)).ChallengeParameters).toEqual({
      USERNAME: 'ana',
      USER_ID_FOR_SRP: 'ana',
      requiredAttributes: '["userAttributes.name","userAttributes.custom:team"]',
      userAttributes: '{"email_verified":"true","email":"ana@example.com"}',
    })
  })
})

describe('answered', () => {
  test('sets the password and the attributes, and is not asked again', async () => {
    const { ask, start, answer, signIn } = open({ requiredAttributes: ['name'] })
    const done = await answer(await start(), { NEW_PASSWORD, 'userAttributes.name': 'Ana' })
    expect(done).toHaveProperty('AuthenticationResult')
    expect(await signIn('ana', NEW_PASSWORD)).toHaveProperty('AuthenticationResult')
    expect(await ask('AdminGetUser', { Username: 'ana' })).toMatchObject({
      UserStatus: 'CONFIRMED',
      UserAttributes: expect.arrayContaining([{ Name: 'name', Value: 'Ana' }]),
    })
  })

  test('with a new alias, the user can sign in by it from then on', async () => {
    const { start, answer, signIn } = open({ aliasAttributes: ['preferred_username'] })
    await answer(await start(), { NEW_PASSWORD, 'userAttributes.preferred_username': 'annie' })
    expect(await signIn('annie', NEW_PASSWORD)).toHaveProperty('AuthenticationResult')
  })

  test.each([
    ['short', 'Ab1!', 'Password not long enough'],
    ['all lower-case', 'pa55word!', 'Password must have uppercase characters'],
    ['all upper-case', 'PA55WORD!', 'Password must have lowercase characters'],
    ['without a digit', 'Password!', 'Password must have numeric characters'],
    ['without a symbol', 'Pa55word1', 'Password must have symbol characters'],
  ])('refuses a password that is %s, and then accepts a better one', async (_which, weak, rule) => {
    const { start, answer } = open()
    const asked = await start()
    expect(await answer(asked, { NEW_PASSWORD: weak })).toEqual(
      exception('InvalidPasswordException', `Password did not conform with policy: ${rule}`),
    )
    expect(await answer(asked, { NEW_PASSWORD })).toHaveProperty('AuthenticationResult')
  })

  test('refuses a former password if the pool has a password history', async () => {
    const { ask, signIn, answer } = openPool({
      users: [{ username: 'ana', password: NEW_PASSWORD }],
      passwordPolicy: { history: 2 },
    })
    const temporary = { Username: 'ana', Password: temporaryPassword, Permanent: false }
    await ask('AdminSetUserPassword', temporary)
    const asked = await signIn('ana', temporaryPassword)
    expect(await answer(asked, { NEW_PASSWORD })).toEqual(
      exception('PasswordHistoryPolicyViolationException', 'Password has previously been used'),
    )
  })

  test.each([
    [
      'a missing attribute',
      {},
      exception('InvalidParameterException', 'Invalid attributes given, name is missing'),
    ],
    [
      'an unknown attribute',
      { 'userAttributes.name': 'Ana', 'userAttributes.custom:shoe': '38' },
      exception(
        'InvalidParameterException',
        'Attributes did not conform to the schema: custom:shoe: Attribute does not exist in the schema.',
      ),
    ],
    [
      'a malformed number',
      { 'userAttributes.name': 'Ana', 'userAttributes.phone_number': '555' },
      exception('InvalidParameterException', 'Invalid phone number format.'),
    ],
    [
      'a required attribute that has a value',
      { 'userAttributes.name': 'Ana', 'userAttributes.email': 'new@example.com' },
      exception('InvalidParameterException', 'Cannot modify an already provided email'),
    ],
    [
      'a claim that the address is verified',
      { 'userAttributes.name': 'Ana', 'userAttributes.email_verified': 'true' },
      exception('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    ],
  ])(
    'refuses %s, changes nothing, and then accepts a better answer',
    async (_what, extra, expected) => {
      const { signIn, answer } = openPool({
        users: [{ username: 'ana', temporaryPassword, attributes: { email: 'ana@example.com' } }],
        requiredAttributes: ['name', 'email'],
      })
      const asked = await signIn('ana', temporaryPassword)
      expect(await answer(asked, { NEW_PASSWORD, ...extra })).toEqual(expected)
      expect(await signIn('ana', NEW_PASSWORD)).toMatchObject({ __type: 'NotAuthorizedException' })
      const better = { NEW_PASSWORD, 'userAttributes.name': 'Ana' }
      expect(await answer(asked, better)).toHaveProperty('AuthenticationResult')
    },
  )

  test('is followed by MFA if the pool requires it', async () => {
    const { start, answer } = open({ mfa: 'ON' })
    expect(await answer(await start(), { NEW_PASSWORD })).toMatchObject({
      ChallengeName: 'MFA_SETUP',
    })
  })

  test('is refused without a password', async () => {
    const { start, answer } = open()
    expect(await answer(await start(), {})).toEqual(
      exception('InvalidParameterException', 'Missing required parameter NEW_PASSWORD'),
    )
  })
})

describe('overtaken by another change', () => {
  const invalid = exception('NotAuthorizedException', 'Invalid session for the user.')

  test('by another sign-in, does not replace the new password', async () => {
    const { start, answer, signIn } = open()
    const [first, second] = [await start(), await start()]
    expect(await answer(first, { NEW_PASSWORD })).toHaveProperty('AuthenticationResult')
    expect(await answer(second, { NEW_PASSWORD: 'An0ther-one' })).toEqual(invalid)
    expect(await signIn('ana', NEW_PASSWORD)).toHaveProperty('AuthenticationResult')
  })

  test('by another temporary password, is refused until that one is proven', async () => {
    const { ask, start, answer } = open()
    const asked = await start()
    await ask('AdminSetUserPassword', { Username: 'ana', Password: 'T3mporary-too' })
    expect(await answer(asked, { NEW_PASSWORD })).toEqual(invalid)
  })
})
