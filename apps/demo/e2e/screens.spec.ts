import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import type { SignInPage } from './sign-in-page.ts'

// Axe comes with the accessibility panel of Storybook; the rules are the same.
const require = createRequire(import.meta.url)
const axe = createRequire(require.resolve('@storybook/addon-a11y/package.json')).resolve('axe-core')

type Screen = [scenario: string, reach: (demo: SignInPage) => Promise<unknown>]

const screens: Record<string, Screen> = {
  start: ['password', async () => {}],
  refusal: ['broken', after((demo) => demo.refuses(/problem/))],
  'text message': ['sms', after((demo) => demo.asks('SMS_MFA'))],
  'e-mail code': ['email', after((demo) => demo.asks('EMAIL_OTP'))],
  authenticator: ['authenticator', after((demo) => demo.asks('SOFTWARE_TOKEN_MFA'))],
  choice: ['choice', after((demo) => demo.asks('SELECT_MFA_TYPE'))],
  'choice of method': ['sign-in-methods', after((demo) => demo.asks('SELECT_CHALLENGE'))],
  'one method': ['one-method', after((demo) => demo.asks('SELECT_CHALLENGE'))],
  'first code': ['code-first', after((demo) => demo.asks('EMAIL_OTP'))],
  'remember device': ['device', after(rememberDevice)],
  'set-up': ['set-up-app', after((demo) => demo.code.waitFor())],
  'choice of set-ups': ['set-up-choice', after((demo) => demo.asks('MFA_SETUP'))],
  'every attribute': ['every-attribute', after((demo) => demo.asks('NEW_PASSWORD_REQUIRED'))],
  question: ['question', after((demo) => demo.asks('CUSTOM_CHALLENGE'))],
  rounds: ['rounds', after((demo) => demo.asks('CUSTOM_CHALLENGE'))],
  unknown: ['unknown', after((demo) => demo.asks('UNKNOWN'))],
  'signed in': ['password', after((demo) => demo.isSignedIn())],
  session: ['password', after(openSession)],
}

async function rememberDevice(demo: SignInPage) {
  await demo.asks('SMS_MFA')
  await demo.enter(await demo.sentCode())
  await demo.asks('REMEMBER_DEVICE')
}

/** The session panel with everything in it: the second tab, the tokens, and one that has expired. */
async function openSession(demo: SignInPage) {
  await demo.isSignedIn()
  await demo.button('Open a second tab').click()
  await demo.button('Peek at the tokens').click()
  await demo.button('+1 h').click()
  await demo.panel.getByText('expired', { exact: true }).waitFor()
}

function after(seen: Screen[1]): Screen[1] {
  return async (demo) => {
    await demo.begin()
    await seen(demo)
  }
}

test.use({ viewport: { width: 320, height: 640 } })

for (const [name, [scenario, reach]] of Object.entries(screens)) {
  test(`${name}: fits 320 pixels, has large targets, and axe finds nothing`, async ({
    page,
    demo,
  }) => {
    await demo.open(scenario)
    await reach(demo)
    await fits(page)
    expect(await smallTargets(page)).toEqual([])
    await page.addScriptTag({ path: axe })
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Theme').selectOption('dark')
    await settled(page)
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Direction').selectOption('rtl')
    await fits(page)
    await expect(page.locator('.nightjar')).toHaveCSS('direction', 'rtl')
  })
}

/** Expects no horizontal scrolling and no text that is cut off. */
async function fits(page: Page) {
  const outside = await page.evaluate(() => {
    const seen = [...document.querySelectorAll('.playground *:not(svg *, .landscape, .skip)')]
    const cut = seen.filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < -0.5 || right > innerWidth + 0.5
    })
    const scrolls = document.documentElement.scrollWidth > innerWidth
    return [...(scrolls ? ['the page scrolls'] : []), ...cut.map(({ outerHTML }) => outerHTML)]
  })
  expect(outside).toEqual([])
}

/** Axe accepts small targets that are far apart; this check does not. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll(
      'button, select, summary, .scenarios a, a.button, [data-part="input"], [data-part="choice"]',
    )
    const small = [...targets].filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility() && (width < 24 || height < 24)
    })
    return small.map(({ outerHTML }) => outerHTML)
  })
}

/** Ends the transitions of colours: axe would measure the contrast half-way. */
async function settled(page: Page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: rules } = window as unknown as { axe: Axe }
    const { violations: found } = await rules.run()
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
    )
  })
}

interface Axe {
  run(): Promise<{
    violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[]
  }>
}
