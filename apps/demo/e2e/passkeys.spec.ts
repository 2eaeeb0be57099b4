import { addAuthenticator } from './authenticator.ts'
import { expect, test } from './journey.ts'
import type { SignInPage } from './sign-in-page.ts'

async function byPassword(demo: SignInPage) {
  await demo.begin()
  await demo.asks('SELECT_CHALLENGE')
  const radio = demo.form.getByRole('radio', { name: 'Password' })
  if (await radio.count()) await radio.check()
  await demo.form.getByLabel('Your password', { exact: true }).fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
}

/** Signs in by password, registers a passkey, and signs out. */
async function register(demo: SignInPage) {
  await byPassword(demo)
  await demo.button('Add a passkey').click()
  await expect(demo.page.getByText('Added. Sign out, and use it')).toBeVisible()
  await demo.signOut.click()
}

async function choose(demo: SignInPage, method: string) {
  await demo.submit.click()
  await demo.asks('SELECT_CHALLENGE')
  await demo.form.getByRole('radio', { name: method }).check()
  await demo.submit.click()
}

test('a second passkey on the same device is refused', async ({ page, demo }) => {
  await addAuthenticator(page)
  await demo.open('passkey')
  await byPassword(demo)
  await demo.button('Add a passkey').click()
  await expect(page.getByText('Added. Sign out, and use it')).toBeVisible()
  await demo.button('Add a passkey').click()
  await expect(page.getByText('This device has a passkey already.')).toBeVisible()
})

test('a passkey signs in by choice', async ({ page, demo }) => {
  const authenticator = await addAuthenticator(page)
  await demo.open('passkey')
  await byPassword(demo)
  await demo.button('Add a passkey').click()
  await expect(page.getByText('Added. Sign out, and use it')).toBeVisible()
  // The user does not pick the suggestion.
  await authenticator.setPresence(false)
  await demo.signOut.click()
  await demo.asks('SIGN_IN')
  await expect(demo.username).toHaveValue('robin')
  await expect(demo.username).toHaveAttribute('autocomplete', 'username webauthn')

  await authenticator.setPresence(true)
  await choose(demo, 'Passkey')
  await demo.isSignedIn()
})

test('a passkey signs in by autofill, without a press', async ({ page, demo }) => {
  await addAuthenticator(page)
  await demo.open('passkey')
  await register(demo)
  await demo.isSignedIn()
  expect(await demo.requests('InitiateAuth')).toBe(2)
})

test('a passkey signs in as the preferred method, right after the press', async ({
  page,
  demo,
}) => {
  await addAuthenticator(page)
  await demo.open('passkey-first')
  await register(demo)
  await demo.asks('SIGN_IN')
  await demo.submit.click()
  await demo.isSignedIn()
  expect(await demo.requests('InitiateAuth')).toBe(2)
})

test('a cancelled prompt leads to the choice, where the passkey can be tried again', async ({
  page,
  demo,
}) => {
  const authenticator = await addAuthenticator(page)
  await demo.open('passkey-first')
  await register(demo)
  await authenticator.setVerified(false)
  await demo.submit.click()
  await expect(demo.form).toHaveAttribute('data-error', 'passkey-cancelled')
  await expect(demo.form).toHaveAttribute('data-challenge', 'SELECT_CHALLENGE')
  await expect(demo.form.getByText('The passkey was not used.')).toBeVisible()
  await expect(demo.alert).toHaveCount(0)
  const radio = demo.form.getByRole('radio', { name: 'Passkey' })
  await expect(radio).toBeFocused()

  await authenticator.setVerified(true)
  await demo.submit.click()
  await demo.isSignedIn()
})

test('a passkey with the wrong key is refused, and the password still works', async ({
  page,
  demo,
}) => {
  const authenticator = await addAuthenticator(page)
  await demo.open('passkey-first')
  await register(demo)
  await authenticator.forge()
  await demo.submit.click()
  await expect(demo.form).toHaveAttribute('data-error', 'passkey-refused')
  await expect(demo.form.getByText('The passkey was not accepted.')).toBeVisible()
  await demo.form.getByRole('radio', { name: 'Password' }).check()
  await demo.form.getByLabel('Your password', { exact: true }).fill('Night-train-7')
  await demo.submit.click()
  await demo.isSignedIn()
})
