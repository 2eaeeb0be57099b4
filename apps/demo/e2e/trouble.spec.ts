import { expect, test } from './journey.ts'

test('after a network failure, the typed text is kept', async ({ demo }) => {
  await demo.open('offline')
  await demo.begin()
  await demo.refuses(/^No answer\./, { in: demo.password, text: 'Night-train-7' })
  await demo.submit.click()
  await demo.asks('SMS_MFA')
  const sent = await demo.sentCode()
  await demo.enter(sent)
  await demo.refuses(/^No answer\./, { in: demo.code, text: sent })
  await demo.submit.click()
  await demo.isSignedIn()
})

test('a lost answer is not shown as a wrong code', async ({ demo }) => {
  await demo.open('lost-answer')
  await demo.begin()
  await demo.asks('SMS_MFA')
  await demo.enter(await demo.sentCode())
  await demo.refuses(/^No answer\./)
  await demo.submit.click()
  await expect(demo.form).toHaveAttribute('data-challenge', 'SIGN_IN')
  await demo.refuses(/could not confirm/, { in: demo.username, text: 'robin' })
})

for (const [scenario, words] of [
  ['broken', /^The service has a problem\./],
  ['throttled', /Wait about 20 seconds\./],
  ['portal', /^The service sent an answer we could not read\./],
] as const) {
  test(`${scenario}: shows an error, and the next press works`, async ({ demo }) => {
    await demo.open(scenario)
    await demo.begin()
    await demo.refuses(words, { in: demo.password, text: 'Night-train-7' })
    await demo.submit.click()
    await demo.isSignedIn()
  })
}

test('a slow answer shows that the form is busy', async ({ page, demo }) => {
  await page.clock.install()
  await demo.open('slow')
  await demo.begin()
  await expect(demo.form).toHaveAttribute('data-phase', 'answering')
  await expect(demo.form.getByText('Checking…')).toBeAttached()
  await page.clock.fastForward(4000)
  await expect(demo.form.getByText('Still working…')).toBeAttached()
  // `force`: Playwright does not click a button with aria-disabled.
  await demo.submit.click({ force: true })
  await page.clock.fastForward(4000)
  await demo.asks('SMS_MFA')
  expect(await demo.requests('InitiateAuth')).toBe(1)
})

test('two presses send one request', async ({ demo }) => {
  await demo.open('sms')
  await demo.button('Fill in').click()
  await demo.submit.dblclick()
  await demo.asks('SMS_MFA')
  expect(await demo.requests('InitiateAuth')).toBe(1)
  await demo.code.fill(await demo.sentCode())
  await demo.submit.dblclick()
  await demo.isSignedIn()
  // One for the proof of the password, one for the code.
  expect(await demo.requests('RespondToAuthChallenge')).toBe(2)
})

test('a step that times out on screen offers a restart', async ({ page, demo }) => {
  await page.clock.install()
  await demo.open('short-session')
  await demo.begin()
  await demo.asks('SMS_MFA')
  await demo.code.fill('12')
  await page.clock.fastForward(61_000)
  await expect(demo.form).toContainText('This step timed out.')
  await expect(demo.code).toHaveValue('12')
  await demo.button('Start again').click()
  await demo.asks('SIGN_IN')
  await expect(demo.username).toHaveValue('robin')
  await expect(demo.password).toBeFocused()
})

test('a step that timed out at the service leads back to SIGN_IN with an error', async ({
  demo,
}) => {
  await demo.open('sms')
  await demo.begin()
  await demo.asks('SMS_MFA')
  const sent = await demo.sentCode()
  await demo.button('+3 min').click()
  await demo.enter(sent)
  await expect(demo.form).toHaveAttribute('data-challenge', 'SIGN_IN')
  await demo.refuses(/timed out/, { in: demo.username, text: 'robin' })
})
