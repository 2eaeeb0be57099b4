import { createUserPool } from '../../../packages/simulator/src/index.ts'
import { serve } from '../../../packages/simulator/src/node/index.ts'
import { expect, test } from './journey.ts'
import { SignInPage } from './sign-in-page.ts'

const hour = 3600

test('tokens are refreshed before they expire, without a press', async ({ page, demo }) => {
  await page.clock.install()
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  await page.clock.fastForward('58:00')
  expect(await demo.requests('GetTokensFromRefreshToken')).toBe(0)
  await page.clock.fastForward('01:10')
  await expect.poll(() => demo.requests('GetTokensFromRefreshToken')).toBe(1)
  await expect(demo.panel.getByText(/^in 5\d min/)).toBeVisible()
})

test('a call with an expired token brings new tokens and succeeds', async ({ demo }) => {
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  await demo.advanceService(hour + 1)
  await expect(demo.panel.getByText('expired', { exact: true })).toBeVisible()
  await demo.button('Call the API').click()
  await expect(demo.panel.getByText('The crew’s API answered 200.')).toBeVisible()
  expect(await demo.requests('GetTokensFromRefreshToken')).toBe(1)
  await expect(demo.panel.getByText('expired', { exact: true })).toHaveCount(0)
})

test('“Refresh now” refreshes tokens that are still valid', async ({ demo }) => {
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  await demo.button('Refresh now').click()
  await expect(demo.panel.getByText('New tokens.')).toBeVisible()
  await expect(demo.panel.getByText('GetTokensFromRefreshToken: tokens')).toBeVisible()
})

test('an expired refresh token leads back to SIGN_IN, with the reason and the username', async ({
  demo,
}) => {
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  await demo.button('+30 d').click()
  await demo.button('Refresh now').click()
  await demo.asks('SIGN_IN')
  await expect(demo.form.getByText('You were signed in for a long time.')).toBeVisible()
  await expect(demo.username).toHaveValue('robin')
  await expect(demo.password).toBeFocused()
  await demo.password.fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
})

test('“Sign out everywhere” revokes the tokens of other devices', async ({ page, demo }) => {
  await demo.open('password')
  const refreshElsewhere = await page.evaluateHandle(async () => {
    const { fetch, config } = window.demo!.pool
    async function call(operation: string, input: object) {
      const answer = await fetch('https://cognito-idp.eu-west-1.amazonaws.com/', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify({ ClientId: config.clientId, ...input }),
      })
      return answer.json()
    }
    const { AuthenticationResult: tokens } = await call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'robin', PASSWORD: 'Night-train-7' },
    })
    return async () => {
      const answer = await call('GetTokensFromRefreshToken', { RefreshToken: tokens.RefreshToken })
      return 'AuthenticationResult' in answer
    }
  })
  const isAcceptedElsewhere = () => refreshElsewhere.evaluate((refresh) => refresh())
  await demo.begin()
  await demo.isSignedIn()
  expect(await isAcceptedElsewhere()).toBe(true)

  await demo.button('Sign out everywhere').click()
  await demo.asks('SIGN_IN')
  await expect(demo.panel.getByText('The service has revoked the tokens.')).toBeVisible()
  expect(await isAcceptedElsewhere()).toBe(false)
})

test('the second tab signs out and in with the first, and the first with it', async ({
  page,
  demo,
}) => {
  const secondTab = page.getByRole('region', { name: 'Second tab' })
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  await demo.button('Open a second tab').click()
  await expect(secondTab).toContainText('Signed in as robin')

  await demo.signOut.click()
  await demo.asks('SIGN_IN')
  await expect(secondTab).toContainText('Signed out in another tab.')

  await demo.begin()
  await demo.isSignedIn()
  await expect(secondTab).toContainText('Signed in as robin')

  await secondTab.getByRole('button').click()
  await demo.asks('SIGN_IN')
  await expect(demo.form.getByText('You signed out in another tab.')).toBeVisible()
  await expect(demo.username).toHaveValue('robin')
})

test('with a real pool, a reload and another tab find the session', async ({
  page,
  context,
  transport,
  demo,
}) => {
  const pool = createUserPool({ users: [{ username: 'robin', password: 'Night-train-7' }] })
  const server = await serve(pool)
  const { userPoolId, clientId } = pool.config
  await demo.open('password', { pool: userPoolId, client: clientId, endpoint: server.url })
  await demo.username.fill('robin')
  await demo.password.fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn('robin')

  await page.reload()
  await demo.isSignedIn('robin')
  const opened = context.waitForEvent('page')
  await demo.panel.getByRole('link', { name: 'Open a second tab' }).click()
  const other = new SignInPage(await opened, transport)
  await other.isSignedIn('robin')

  await other.signOut.click()
  await other.asks('SIGN_IN')
  await demo.asks('SIGN_IN')
  await expect(demo.form.getByText('You signed out in another tab.')).toBeVisible()
  await page.reload()
  await demo.asks('SIGN_IN')
  await server.close()
})
