import { expect, test } from './journey.ts'
import { wrong } from './sign-in-page.ts'

const codeWrong = 'That code is not right. Check it and try again.'

test('a password alone, after a wrong one', async ({ demo }) => {
  await demo.open('password')
  await demo.button('Fill in').click()
  await demo.password.fill('Day-train-7')
  await demo.submit.click()
  await demo.refuses('Incorrect username or password.', { in: demo.username, text: 'robin' })
  await expect(demo.password).toBeFocused()
  await expect(demo.password).toHaveValue('Day-train-7')

  await demo.password.fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
})

for (const [scenario, challenge] of [
  ['sms', 'SMS_MFA'],
  ['email', 'EMAIL_OTP'],
] as const) {
  test(`${challenge}, after a wrong code`, async ({ demo }) => {
    await demo.open(scenario)
    await demo.begin()
    await demo.asks(challenge)
    await expect(demo.code).toBeFocused()

    const sent = await demo.sentCode()
    await demo.enter(wrong(sent))
    await demo.refuses(codeWrong, { in: demo.code, text: wrong(sent) })
    await expect(demo.code).toBeFocused()
    await demo.enter(sent)
    await demo.isSignedIn()
  })
}

test('SOFTWARE_TOKEN_MFA, after a wrong code', async ({ demo }) => {
  await demo.open('authenticator')
  await demo.begin()
  await demo.asks('SOFTWARE_TOKEN_MFA')
  const mistyped = wrong(await demo.appCode())
  await demo.enter(mistyped)
  await demo.refuses(codeWrong, { in: demo.code, text: mistyped })
  await demo.enter(await demo.appCode())
  await demo.isSignedIn()
})

for (const [choice, challenge] of [
  ['Authenticator app', 'SOFTWARE_TOKEN_MFA'],
  ['Text message', 'SMS_MFA'],
  ['E-mail', 'EMAIL_OTP'],
] as const) {
  test(`SELECT_MFA_TYPE, then ${challenge}`, async ({ demo }) => {
    await demo.open('choice')
    await demo.begin()
    await demo.asks('SELECT_MFA_TYPE')
    await demo.form.getByRole('radio', { name: choice }).check()
    await demo.submit.click()
    await demo.asks(challenge)
    await demo.enter(
      challenge === 'SOFTWARE_TOKEN_MFA' ? await demo.appCode() : await demo.sentCode(),
    )
    await demo.isSignedIn()
  })
}

test('restart keeps the username', async ({ demo }) => {
  await demo.open('sms')
  await demo.begin()
  await demo.asks('SMS_MFA')
  await demo.button('Back to sign-in').click()
  await demo.asks('SIGN_IN')
  await expect(demo.username).toHaveValue('robin')
  await expect(demo.password).toHaveValue('')
  await expect(demo.password).toBeFocused()
})

test('another code can be sent once in 30 seconds', async ({ page, demo }) => {
  await page.clock.install()
  await demo.open('sms')
  await demo.begin()
  await demo.asks('SMS_MFA')
  const first = await demo.sentCode()

  await demo.button('Send a new code').click()
  await expect(demo.form).toContainText('We sent another code.')
  expect(await demo.requests('InitiateAuth')).toBe(2)
  const again = demo.button('Send a new code')
  await expect(again).toContainText(/in \d+ s/)
  await again.click({ force: true })
  expect(await demo.requests('InitiateAuth')).toBe(2)

  await page.clock.fastForward(31_000)
  await demo.button('Send a new code').click()
  await expect.poll(() => demo.requests('InitiateAuth')).toBe(3)
  expect(await demo.sentCode()).not.toBe(first)
  await demo.enter(await demo.sentCode())
  await demo.isSignedIn()
})
