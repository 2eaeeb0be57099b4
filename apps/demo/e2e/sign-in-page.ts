import { expect, type Locator, type Page } from '@playwright/test'

/** The demo page: its form, its phone and the requests to the pool. */
export class SignInPage {
  readonly page: Page
  readonly form: Locator
  readonly title: Locator
  readonly alert: Locator
  readonly username: Locator
  readonly password: Locator
  readonly code: Locator
  readonly submit: Locator
  /** The button of the host app. The session panel has its own. */
  readonly signOut: Locator
  /** The session panel. */
  readonly panel: Locator
  private readonly transport: string

  constructor(page: Page, transport: string) {
    this.page = page
    this.transport = transport
    this.form = page.locator('form[data-challenge]')
    this.title = this.form.getByRole('heading')
    this.alert = page.getByRole('alert').filter({ hasText: /./ })
    this.username = this.form.getByLabel('Username')
    this.password = this.form.getByLabel('Password', { exact: true })
    this.code = this.form.locator('input[autocomplete="one-time-code"]')
    this.submit = this.form.locator('[data-part="submit"]')
    this.signOut = page.locator('.nightjar').getByRole('button', { name: 'Sign out' })
    this.panel = page.getByRole('region', { name: 'Session' })
  }

  async open(scenario: string, options: Record<string, string> = {}) {
    const search = new URLSearchParams({ scenario, transport: this.transport, ...options })
    await this.page.goto(`/?${search}`)
    await this.asks('SIGN_IN')
  }

  /** Fills in the user of the scenario and submits SIGN_IN. */
  async begin() {
    await this.button('Fill in').click()
    await this.submit.click()
  }

  async enter(code: string) {
    await this.code.fill(code)
    await this.submit.click()
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name })
  }

  async asks(challenge: string) {
    await expect(this.form).toHaveAttribute('data-challenge', challenge)
    await expect(this.form).toHaveAttribute('data-phase', 'asked')
  }

  /** Expects a rejected challenge with one alert, and the typed text kept. */
  async refuses(message: string | RegExp, kept?: { in: Locator; text: string }) {
    await expect(this.form).toHaveAttribute('data-phase', 'rejected')
    await expect(this.alert).toHaveText(message)
    await expect(this.alert).toHaveCount(1)
    if (kept) await expect(kept.in).toHaveValue(kept.text)
  }

  async isSignedIn(name = 'Robin') {
    const welcome = this.page.getByRole('heading', { name: `Good evening, ${name}` })
    await expect(welcome).toBeFocused()
  }

  /** The last code that the pool has sent. */
  async sentCode(): Promise<string> {
    await expect.poll(() => this.page.evaluate(() => window.demo?.pool.outbox.length)).not.toBe(0)
    return this.page.evaluate(() => window.demo?.pool.outbox.at(-1)?.code ?? '')
  }

  appCode(): Promise<string> {
    return this.page.evaluate(() => window.demo?.pool.totp('robin')?.code ?? '')
  }

  requests(operation: string): Promise<number | undefined> {
    return this.page.evaluate((asked) => {
      return window.demo?.pool.requests.filter((each) => each.operation === asked).length
    }, operation)
  }

  /** Advances the clock of the simulated service. */
  async advanceService(seconds: number) {
    await this.page.evaluate((by) => window.demo?.pool.clock.advance(by), seconds)
  }
}

/** A wrong code of the same length. */
export function wrong(code: string): string {
  return code.replace(/^./, (digit) => String((Number(digit) + 5) % 10))
}
