import { expect, test } from './journey.ts'
import { wrong } from './sign-in-page.ts'

test('MFA_SETUP with an authenticator, then a sign-in with it', async ({ page, demo }) => {
  await demo.open('set-up-app')
  await demo.begin()
  await demo.asks('MFA_SETUP')
  await expect(demo.form.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(page.getByText('pending')).toBeVisible()

  const mistyped = wrong(await demo.appCode())
  await demo.enter(mistyped)
  await demo.refuses(/not right/, { in: demo.code, text: mistyped })
  await demo.enter(await demo.appCode())
  await demo.isSignedIn()
  await expect(page.getByText('pending')).toBeHidden()

  await demo.signOut.click()
  await demo.asks('SIGN_IN')
  await demo.begin()
  await demo.asks('SOFTWARE_TOKEN_MFA')
  // The code of the set-up cannot be used again.
  await demo.advanceService(30)
  await demo.enter(await demo.appCode())
  await demo.isSignedIn()
})

test('MFA_SETUP with a choice: back, then an email address', async ({ demo }) => {
  await demo.open('set-up-choice')
  await demo.begin()
  await demo.asks('MFA_SETUP')
  await demo.form.getByRole('radio', { name: 'Authenticator app' }).check()
  await demo.submit.click()
  await expect(demo.code).toBeVisible()
  await demo.button('Choose another way').click()
  await demo.form.getByRole('radio', { name: 'E-mail' }).check()
  await demo.submit.click()

  const email = demo.form.getByLabel('E-mail address')
  await email.fill('robin')
  await demo.submit.click()
  await expect(email).toHaveAccessibleDescription(/e-mail/i)
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await expect(email).toBeFocused()
  await email.fill('robin@example.com')
  await demo.submit.click()
  await demo.asks('EMAIL_OTP')
  await demo.enter(await demo.sentCode())
  await demo.isSignedIn('robin')
})

test('MFA_SETUP with a choice: a phone number with spaces and dashes', async ({ demo }) => {
  await demo.open('set-up-choice')
  await demo.begin()
  await demo.form.getByRole('radio', { name: 'Text message' }).check()
  await demo.submit.click()
  await demo.form.getByLabel('Phone number').fill('+1 (555) 555-0142')
  await demo.submit.click()
  await demo.asks('SMS_MFA')
  await demo.enter(await demo.sentCode())
  await demo.isSignedIn('robin')
})
