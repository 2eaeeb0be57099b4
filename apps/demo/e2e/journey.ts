import { expect, test as base } from '@playwright/test'
import { SignInPage } from './sign-in-page.ts'

export interface DemoOptions {
  /** Which of the kit's transports carries the journey. */
  transport: 'aws-sdk' | 'fetch'
}

/** A journey ends red when the page has complained on the way, whatever else it shows. */
export const test = base.extend<DemoOptions & { demo: SignInPage }>({
  transport: ['aws-sdk', { option: true }],
  demo: async ({ page, transport }, travel) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await travel(new SignInPage(page, transport))
    expect(complaints).toEqual([])
  },
})

export { expect } from '@playwright/test'
