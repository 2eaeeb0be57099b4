import { describe, expect, test } from 'vitest'
import { prime } from '../srp/group.ts'
import { exception, type OpenPool, openPool, password } from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'

const ana = { username: 'ana', password }
const { SRP_A } = createSrpClient()

function start({ ask }: OpenPool, parameters: Record<string, string> = {}) {
  const AuthParameters = { USERNAME: 'ana', SRP_A, ...parameters }
  return ask('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters })
}

describe('asked', () => {
  test('returns the server’s half of the handshake and no Session', async () => {
    const asked = await start(openPool({ users: [ana] }), { CHALLENGE_NAME: 'SRP_A' })
    expect(asked).toEqual({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: expect.stringMatching(/^[1-9a-f][\da-f]{20,31}$/),
        SECRET_BLOCK: expect.any(String),
        SRP_B: expect.stringMatching(/^[1-9a-f][\da-f]{700,767}$/),
        USERNAME: 'ana',
        USER_ID_FOR_SRP: 'ana',
      },
    })
    expect(Buffer.from(asked.ChallengeParameters.SECRET_BLOCK!, 'base64')).toHaveLength(1280)
  })

  test('keeps the salt until the password changes, and makes the rest new each time', async () => {
    const opened = openPool({ users: [ana] })
    const both = await Promise.all([start(opened), start(opened)])
    const [first, second] = both.map((asked) => asked.ChallengeParameters)
    expect(first!.SALT).toBe(second!.SALT)
    expect(first!.SRP_B).not.toBe(second!.SRP_B)
    await opened.ask('AdminSetUserPassword', { Username: 'ana', Password: password })
    expect((await start(opened)).ChallengeParameters.SALT).toBe(first!.SALT)
    await opened.ask('AdminSetUserPassword', { Username: 'ana', Password: 'N3w-password' })
    expect((await start(opened)).ChallengeParameters.SALT).not.toBe(first!.SALT)
  })
})

describe('an unknown user', () => {
  test('gets the same kind of answer as a user, with the same salt each time', async () => {
    const opened = openPool({ users: [ana] })
    const [first, second, other] = await Promise.all(
      ['nobody', 'nobody', 'somebody'].map((USERNAME) => start(opened, { USERNAME })),
    )
    const { SALT, USER_ID_FOR_SRP, SRP_B } = first!.ChallengeParameters
    expect(USER_ID_FOR_SRP).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
    expect(second!.ChallengeParameters).toMatchObject({ SALT, USER_ID_FOR_SRP })
    expect(second!.ChallengeParameters.SRP_B).not.toBe(SRP_B)
    expect(other!.ChallengeParameters.SALT).not.toBe(SALT)
    const answer = answerVerifier(createSrpClient(), first!.ChallengeParameters, password)
    expect(await opened.answer(first!, answer)).toEqual(
      exception('NotAuthorizedException', 'Incorrect username or password.'),
    )
  })

  test('is reported by a client that does not hide it', async () => {
    const opened = openPool({ users: [ana], preventUserExistenceErrors: 'LEGACY' })
    const unknown = exception('UserNotFoundException', 'User does not exist.')
    expect(await start(opened, { USERNAME: 'nobody' })).toEqual(unknown)
  })
})

describe('an invalid SRP_A', () => {
  test.each([
    ['missing', ''],
    ['not hexadecimal', '0x2f'],
    ['too long', '1'.repeat(770)],
    ['zero', '0000'],
    ['zero in the group', prime.toString(16)],
  ])('is refused: %s', async (_what, given) => {
    const answer = await start(openPool({ users: [ana] }), { SRP_A: given })
    expect(answer).toMatchObject({
      __type: 'InvalidParameterException',
      message: expect.stringContaining('SRP_A'),
    })
  })
})

test('a client that does not permit the flow refuses it', async () => {
  const opened = openPool({ users: [ana], explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
  expect(await start(opened)).toEqual(
    exception('InvalidParameterException', 'USER_SRP_AUTH flow not enabled for this client'),
  )
})
