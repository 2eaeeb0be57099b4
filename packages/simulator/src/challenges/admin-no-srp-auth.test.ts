import { expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'

const ChallengeName = 'ADMIN_NO_SRP_AUTH'

async function ask(attributes?: Record<string, string>, USERNAME = 'ana') {
  const mfa = attributes ? ['EMAIL_OTP' as const] : []
  const opened = openPool({
    users: [{ username: 'ana', password, mfa, attributes: attributes ?? {} }],
  })
  const asked = await opened.ask('AdminInitiateAuth', {
    AuthFlow: 'ADMIN_NO_SRP_AUTH',
    AuthParameters: { USERNAME },
  })
  const answer = (PASSWORD: string) =>
    opened.ask('AdminRespondToAuthChallenge', {
      ChallengeName,
      Session: asked.Session,
      ChallengeResponses: { USERNAME, PASSWORD },
    })
  return { ...opened, asked, answer }
}

test('asks for the password if the first call has none', async () => {
  const { asked, answer } = await ask()
  expect(asked).toMatchObject({ ChallengeName, ChallengeParameters: { USERNAME: 'ana' } })
  expect(await answer(password)).toHaveProperty('AuthenticationResult')
})

test('a wrong password ends the sign-in', async () => {
  const { answer } = await ask()
  expect(await answer('Wr0ng-password')).toEqual(
    exception('NotAuthorizedException', 'Incorrect username or password.'),
  )
  expect(await answer(password)).toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('the Session ends once the password has changed', async () => {
  const { ask: askFor, pool, answer } = await ask({ email: 'ana@example.com' })
  const coded = await answer(password)
  expect(coded).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  const Password = 'An0ther-password'
  await askFor('AdminSetUserPassword', { Username: 'ana', Password, Permanent: true })
  const ChallengeResponses = { USERNAME: 'ana', EMAIL_OTP_CODE: pool.outbox.at(-1)!.code }
  const { ChallengeName: name, Session } = coded
  expect(
    await askFor('AdminRespondToAuthChallenge', {
      ChallengeName: name,
      Session,
      ChallengeResponses,
    }),
  ).toEqual(exception('NotAuthorizedException', 'Invalid session for the user.'))
})

test('an unknown user is asked as well, and always refused', async () => {
  const { answer } = await ask(undefined, 'nobody')
  expect(await answer(password)).toEqual(
    exception('NotAuthorizedException', 'Incorrect username or password.'),
  )
})

test('cannot be answered on the public side', async () => {
  const { asked, ask: askFor } = await ask()
  const ChallengeResponses = { USERNAME: 'ana', PASSWORD: password }
  const { Session } = asked
  expect(
    await askFor('RespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses }),
  ).toEqual(exception('NotAuthorizedException', 'Invalid session for the user.'))
})
