import { expect, test as base } from '@playwright/test'
import { SignInPage } from './sign-in-page.ts'

export interface DemoOptions {
  /** The transport of the kit. */
  transport: 'aws-sdk' | 'fetch'
}

/** Every test fails if the page logs an error or a warning. */
export const test = base.extend<DemoOptions & { demo: SignInPage }>({
  transport: ['aws-sdk', { option: true }],
  demo: async ({ page, transport }, runTest) => {
    const messages: string[] = []
    page.on('pageerror', (error) => messages.push(String(error)))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) messages.push(message.text())
    })
    await runTest(new SignInPage(page, transport))
    expect(messages).toEqual([])
  },
})

export { expect } from '@playwright/test'
