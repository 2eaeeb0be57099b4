import { expect, test } from './journey.ts'

test('codes can be typed in and copied from the phone', async ({ page, context, demo }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await demo.open('sms')
  await demo.button('Type it in: the app’s code').waitFor({ state: 'detached' })
  await demo.begin()
  await demo.button('Copy: the texted code').click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await demo.sentCode())
  await demo.button('Type it in: the texted code').click()
  await expect(demo.code).toHaveValue(copied)
  await demo.submit.click()
  await demo.isSignedIn()
  await demo.button('Type it in: the texted code').click()
  await expect(page.getByText('No field on the page asks for a code just now.')).toBeVisible()
})

test('tokens are shown on demand and masked', async ({ page, demo }) => {
  await demo.open('password')
  await demo.begin()
  await demo.isSignedIn()
  const jwt = /eyJ[\w-]{20,}/
  await expect(page.locator('body')).not.toContainText('eyJ')
  await demo.button('Peek at the tokens').click()
  await expect(page.getByText(/^eyJ\w{3}….{4} \([\d,]+ characters\)$/)).toHaveCount(3)
  await expect(page.locator('body')).not.toContainText(jwt)
})

test('a scenario has a URL, and the back button works', async ({ page, demo }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await demo.open('password')
  await demo.username.fill('robin')
  await page.getByRole('link', { name: 'E-mail code' }).click()
  await expect(page).toHaveURL(/scenario=email/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('E-mail code')
  await expect(demo.username).toHaveValue('')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Password only')
})

test('on a narrow page a button opens the scenarios', async ({ page, demo }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await demo.open('password')
  const link = page.getByRole('link', { name: 'E-mail code' })
  await expect(link).toBeHidden()
  await demo.button('Scenario Password only').click()
  await link.click()
  await expect(link).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('E-mail code')
})

test('“Begin again” makes a new pool', async ({ page, demo }) => {
  await demo.open('set-up-app')
  await demo.begin()
  await expect(page.getByText('pending')).toBeVisible()
  await demo.button('Begin again').click()
  await demo.asks('SIGN_IN')
  await expect(demo.username).toHaveValue('')
  await expect(page.getByText('No accounts yet.')).toBeVisible()
})

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('“Fill in” types letter by letter', async ({ demo }) => {
    await demo.open('password')
    await demo.button('Fill in').click()
    await expect(demo.password).toHaveValue(/^Night-t/)
    await expect(demo.password).toHaveValue('Night-train-7')
    await demo.submit.click()
    await demo.isSignedIn()
  })
})

test('a change of theme or direction keeps the sign-in', async ({ page, demo }) => {
  await demo.open('sms')
  await demo.begin()
  await demo.asks('SMS_MFA')
  await demo.code.fill('12')
  await page.getByLabel('Theme').selectOption('dark')
  await page.getByLabel('Direction').selectOption('rtl')
  await expect(page).toHaveURL(/theme=dark&dir=rtl/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  await expect(demo.code).toHaveValue('12')
  await expect(demo.code).toHaveCSS('direction', 'ltr')
})

test('the requests are shown by name, without secrets', async ({ page, demo }) => {
  await demo.open('sms')
  await demo.begin()
  await demo.asks('SMS_MFA')
  const wire = page.getByRole('region', { name: /On the wire/ })
  await expect(wire.getByRole('listitem')).toHaveText([
    /InitiateAuth\s*PASSWORD_VERIFIER/,
    /PASSWORD_VERIFIER\s*SMS_MFA/,
  ])
  await expect(wire).not.toContainText('Night-train-7')
})

test('a real pool has no phone and shows where requests go', async ({ page, demo }) => {
  await page.route('https://cognito-idp.eu-west-1.amazonaws.com/', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      json: {
        ChallengeName: 'SMS_MFA',
        Session: 'a-session-of-twenty-characters',
        ChallengeParameters: { CODE_DELIVERY_DESTINATION: '+*******0142' },
      },
    }),
  )
  await demo.open('password', { pool: 'eu-west-1_Ab12Cd34E', client: '1h57kf5cpq17m0eml12' })
  await expect(page.getByText('Amazon Cognito in eu-west-1')).toBeVisible()
  await expect(page.getByText('Robin’s phone')).toHaveCount(0)
  await demo.username.fill('robin')
  await demo.password.fill('Night-train-7')
  await demo.submit.click()
  await demo.asks('SMS_MFA')
})

for (const [what, search, words] of [
  ['pool id', '?pool=nonsense&client=abc', 'is no user pool id'],
  ['client id', '?pool=eu-west-1_Ab12Cd34E', 'Add &client='],
  ['flow', '?pool=eu-west-1_Ab12Cd34E&client=abc&flow=GUESS', 'is not a value of authFlow'],
  [
    'endpoint of a stranger’s',
    '?pool=eu-west-1_Ab12Cd34E&client=abc&endpoint=https://example.com/',
    'The endpoint must be',
  ],
] as const) {
  test(`an invalid ${what} shows a message`, async ({ page, demo }) => {
    await page.goto(`/${search}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/names no user pool/)
    await expect(page.getByText(words)).toBeVisible()
    await expect(demo.form).toHaveCount(0)
  })
}
