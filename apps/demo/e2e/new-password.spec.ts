import { expect, test } from './journey.ts'
import type { SignInPage } from './sign-in-page.ts'

async function choosePassword(demo: SignInPage, password: string, repeated = password) {
  await demo.form.getByLabel('New password', { exact: true }).fill(password)
  await demo.form.getByLabel('New password again').fill(repeated)
}

test('NEW_PASSWORD_REQUIRED, after a weak password and a different repetition', async ({
  demo,
}) => {
  await demo.open('new-password')
  await demo.begin()
  await demo.asks('NEW_PASSWORD_REQUIRED')
  await choosePassword(demo, 'Lamp-lit-11', 'Lamp-lit-12')
  await demo.submit.click()
  const repeated = demo.form.getByLabel('New password again')
  await expect(repeated).toHaveAttribute('aria-invalid', 'true')
  await expect(repeated).toBeFocused()
  // Only the proof of the password was sent.
  expect(await demo.requests('RespondToAuthChallenge')).toBe(1)

  await choosePassword(demo, 'lamp-lit-11')
  await demo.submit.click()
  const first = demo.form.getByLabel('New password', { exact: true })
  await demo.refuses(/upper|capital/i, { in: first, text: 'lamp-lit-11' })
  await choosePassword(demo, 'Lamp-lit-11')
  await demo.submit.click()
  await demo.isSignedIn('robin')

  await demo.signOut.click()
  await demo.asks('SIGN_IN')
  await demo.username.fill('robin')
  await demo.password.fill('Lamp-lit-11')
  await demo.submit.click()
  await demo.isSignedIn('robin')
})

test('NEW_PASSWORD_REQUIRED with attributes of several formats', async ({ page, demo }) => {
  await demo.open('new-password-details')
  await demo.begin()
  await demo.asks('NEW_PASSWORD_REQUIRED')
  await choosePassword(demo, 'Lamp-lit-11')
  await demo.form.getByLabel('Full name').fill('Ada Moss')
  await demo.form.getByLabel('Phone number').fill('0142')
  await demo.form.getByLabel('Language').fill('?')
  await demo.submit.click()
  for (const label of ['Date of birth', 'Phone number', 'Language', 'Team']) {
    await expect(demo.form.getByLabel(label)).toHaveAttribute('aria-invalid', 'true')
  }
  await expect(demo.form.locator('[aria-invalid="true"]').first()).toBeFocused()

  await demo.form.getByLabel('Date of birth').fill('1990-12-31')
  await demo.form.getByLabel('Phone number').fill('+1 555 555 0142')
  await demo.form.getByLabel('Language').fill('en-GB')
  await demo.form.getByLabel('Team').fill('Lakehead')
  await demo.submit.click()
  await demo.isSignedIn('Ada')
  await page.getByText(/^All \d+ claims/).click()
  for (const claim of ['+15555550142', '1990-12-31', 'Lakehead']) {
    await expect(page.getByText(claim, { exact: true })).toBeVisible()
  }
})

test('NEW_PASSWORD_REQUIRED with all attributes', async ({ page, demo }) => {
  await demo.open('every-attribute')
  await demo.begin()
  await demo.asks('NEW_PASSWORD_REQUIRED')
  await choosePassword(demo, 'Lamp-lit-11')
  const details = {
    'Full name': 'Ada Moss',
    'First name': 'Ada',
    'Middle name': 'Fern',
    'Last name': 'Moss',
    Nickname: 'Addie',
    'Preferred username': 'ada-moss',
    'E-mail address': 'ada@example.com',
    'Phone number': '+15555550143',
    'Date of birth': '1988-02-29',
    Gender: 'female',
    Address: '1 Harbour Lane',
    Language: 'en_GB',
    'Time zone': 'Europe/Berlin',
    'Profile page': 'https://example.com/ada',
    'Picture address': 'https://example.com/ada.jpg',
    Website: 'https://example.com/',
    Team: 'Lakehead',
  }
  for (const [label, text] of Object.entries(details)) {
    await demo.form.getByLabel(label, { exact: true }).fill(text)
  }
  await demo.submit.click()
  await demo.isSignedIn('Ada')
  await page.getByText(/^All \d+ claims/).click()
  // The user is not asked for it, and the pool has it.
  await expect(page.getByText('updated_at', { exact: true })).toBeVisible()
})

test('NEW_PASSWORD_REQUIRED, then MFA_SETUP', async ({ demo }) => {
  await demo.open('new-password-set-up')
  await demo.begin()
  await demo.asks('NEW_PASSWORD_REQUIRED')
  await choosePassword(demo, 'Lamp-lit-11')
  await demo.submit.click()
  await demo.asks('MFA_SETUP')
  await expect(demo.code).toBeFocused()
  await demo.enter(await demo.appCode())
  await demo.isSignedIn('robin')
})
