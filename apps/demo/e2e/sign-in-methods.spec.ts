import { expect, test } from './journey.ts'

test('USER_AUTH: the user chooses a code, goes back, and chooses the password', async ({
  demo,
}) => {
  await demo.open('sign-in-methods')
  await expect(demo.password).toHaveCount(0)
  await demo.begin()
  await demo.asks('SELECT_CHALLENGE')
  await demo.form.getByRole('radio', { name: /text message/ }).check()
  await demo.submit.click()
  await demo.asks('SMS_OTP')
  const sent = await demo.sentCode()
  expect(sent).toMatch(/^\d{8}$/)
  await demo.enter('00000000')
  await demo.refuses('That code is not right. Check it and try again.', {
    in: demo.code,
    text: '00000000',
  })

  await demo.button('Other ways to sign in').click()
  await demo.asks('SELECT_CHALLENGE')
  await demo.form.getByRole('radio', { name: 'Password' }).check()
  await demo.form.getByLabel('Your password', { exact: true }).fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
})

test('USER_AUTH with a preferred method: the code is sent at once', async ({ demo }) => {
  await demo.open('code-first')
  await demo.begin()
  await demo.asks('EMAIL_OTP')
  await demo.enter(await demo.sentCode())
  await demo.isSignedIn()
})

test('USER_AUTH with one method: no choice, and a wrong password keeps the username', async ({
  demo,
}) => {
  await demo.open('one-method')
  await demo.begin()
  await demo.asks('SELECT_CHALLENGE')
  await expect(demo.form.getByRole('radio')).toHaveCount(0)
  const password = demo.form.getByLabel('Your password', { exact: true })
  await expect(password).toBeFocused()
  await password.fill('wrong')
  await demo.submit.click()
  await expect(demo.form).toHaveAttribute('data-challenge', 'SIGN_IN')
  await expect(demo.username).toHaveValue('robin')
  await demo.submit.click()
  await demo.asks('SELECT_CHALLENGE')
  await password.fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
})

for (const scenario of ['device', 'device-always']) {
  test(`${scenario}: the second sign-in needs no code, unless the pool is a new one`, async ({
    page,
    demo,
  }) => {
    await demo.open(scenario)
    await demo.begin()
    await expect(demo.code).toBeVisible()
    await demo.enter(await demo.sentCode())
    if (scenario === 'device') {
      await demo.asks('REMEMBER_DEVICE')
      await expect(demo.title).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await demo.isSignedIn()
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(1)

    await demo.signOut.click()
    await demo.asks('SIGN_IN')
    await demo.begin()
    await demo.isSignedIn()
    expect(await page.evaluate(() => window.demo?.pool.outbox.length)).toBe(1)

    // A new pool, which does not know this device.
    await demo.open(scenario)
    await demo.begin()
    await expect(demo.code).toBeVisible()
    await demo.enter(await demo.sentCode())
    if (scenario === 'device') await demo.button('Not now').click()
    await demo.isSignedIn()
  })
}
