import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

async function tabTo(page: Page, label: string) {
  for (let presses = 0; presses < 8; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.labels?.[0]?.textContent
    })
    if (focused === label) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${label} is not among the next stops.`)
}

test('a password and an authenticator code by keyboard', async ({ page, demo }) => {
  await demo.open('authenticator')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the sign-in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Username')
  await page.keyboard.type('robin')
  await tabTo(page, 'Password')
  await page.keyboard.type('Night-train-7')
  await page.keyboard.press('Enter')

  await expect(demo.code).toBeFocused()
  await page.keyboard.type(await demo.appCode())
  await page.keyboard.press('Enter')
  await demo.isSignedIn()
})

test('a choice of second factor by keyboard', async ({ page, demo }) => {
  await demo.open('choice')
  await demo.username.focus()
  await page.keyboard.type('robin')
  await tabTo(page, 'Password')
  await page.keyboard.type('Night-train-7')
  await page.keyboard.press('Enter')

  await expect(demo.form.getByRole('radio', { name: 'Authenticator app' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(demo.form.getByRole('radio', { name: 'Text message' })).toBeFocused()
  await page.keyboard.press('Enter')
  await demo.asks('SMS_MFA')
  await expect(demo.code).toBeFocused()
})

test('values that a password manager fills in without events are sent', async ({ demo }) => {
  await demo.open('password')
  await demo.username.fill('somebody-else')
  for (const [input, text] of [
    [demo.username, 'robin'],
    [demo.password, 'Night-train-7'],
  ] as const) {
    await input.evaluate((element: HTMLInputElement, value) => {
      element.value = value
    }, text)
  }
  await demo.submit.click()
  await demo.isSignedIn()
})

test('a pasted message is read as its code', async ({ page, context, demo }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await demo.open('email')
  await demo.begin()
  await demo.asks('EMAIL_OTP')
  const sent = await demo.sentCode()
  const message = `Nightjar: your sign-in code is ${sent}.`
  await page.evaluate((text) => navigator.clipboard.writeText(text), message)
  await demo.code.focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(demo.code).toHaveValue(sent)
  await page.keyboard.press('Enter')
  await demo.isSignedIn()
})
