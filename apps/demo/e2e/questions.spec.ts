import { expect, test } from './journey.ts'

test('CUSTOM_CHALLENGE in the kit’s form, without a password', async ({ demo }) => {
  await demo.open('question')
  await expect(demo.password).toHaveCount(0)
  await demo.begin()
  await demo.asks('CUSTOM_CHALLENGE')
  await expect(demo.form).toContainText('What is tonight’s word?')
  const answer = demo.form.getByLabel('Answer')
  await answer.fill('candle')
  await demo.submit.click()
  await demo.refuses('That is not right. Try again.', { in: answer, text: 'candle' })
  await answer.fill('lantern')
  await demo.submit.click()
  await demo.isSignedIn()
})

test('CUSTOM_CHALLENGE in several rounds, each in a form of the host app', async ({ demo }) => {
  await demo.open('rounds')
  await demo.begin()
  await demo.asks('CUSTOM_CHALLENGE')
  await expect(demo.title).toHaveText('A riddle for the night')
  await expect(demo.form).toContainText('3 tries left.')
  const answer = demo.form.getByLabel('Your answer')
  await answer.fill('a hotel')
  await demo.submit.click()
  await demo.refuses('No, that is not it. Think of water.', { in: answer, text: 'a hotel' })
  await expect(demo.form).toContainText('2 tries left.')
  await answer.fill('A river')
  await demo.submit.click()

  await demo.asks('CUSTOM_CHALLENGE')
  await expect(demo.title).toHaveText('Which light lets the night train go?')
  await expect(demo.form.getByRole('radio', { name: 'Red' })).toBeFocused()
  await demo.submit.click()
  await demo.refuses('The train stays where it is. Try another light.')
  await demo.form.getByRole('radio', { name: 'Green' }).check()
  await demo.submit.click()
  await demo.isSignedIn()
})

test('CUSTOM_CHALLENGE that fails leads back to SIGN_IN and keeps the username', async ({
  demo,
}) => {
  await demo.open('question')
  await demo.begin()
  const answer = demo.form.getByLabel('Answer')
  for (const word of ['candle', 'torch', 'lamp']) {
    await answer.fill(word)
    await demo.submit.click()
    await expect(demo.form).toHaveAttribute('data-phase', 'rejected')
  }
  await expect(demo.form).toHaveAttribute('data-challenge', 'SIGN_IN')
  await expect(demo.alert).toHaveCount(1)
  await expect(demo.username).toHaveValue('robin')
})

test('an unknown challenge is named and can be left', async ({ demo }) => {
  await demo.open('unknown')
  await demo.begin()
  await demo.asks('UNKNOWN')
  await expect(demo.form).toContainText('VOICE_PHRASE')
  await expect(demo.title).toBeFocused()
  await demo.button('Back to sign-in').click()
  await demo.asks('SIGN_IN')
  await expect(demo.username).toHaveValue('robin')
})

test('an unknown challenge is answered in a form of the host app', async ({ demo }) => {
  await demo.open('unknown-form')
  await demo.begin()
  await demo.asks('UNKNOWN')
  const spoken = demo.form.getByLabel('What you said')
  await spoken.fill('mind the gap')
  await demo.submit.click()
  await demo.refuses('That did not sound like you. Try again.', {
    in: spoken,
    text: 'mind the gap',
  })
  await spoken.fill('mind the moon')
  await demo.submit.click()
  await demo.isSignedIn()
})
