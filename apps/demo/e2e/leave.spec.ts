import { createUserPool } from '@sallyport/simulator'
import { serve } from '@sallyport/simulator/node'
import { expect, test } from './journey.ts'

// Over real HTTP, since a page that is left must still get its last request out.

test('a page that is left right after the press on "Sign out" has revoked the token', async ({
  page,
  transport,
}) => {
  const pool = createUserPool({ users: [{ username: 'robin', password: 'Pa55word!' }] })
  const server = await serve(pool)
  const { userPoolId, clientId } = pool.config
  try {
    await page.goto(
      `/?pool=${userPoolId}&client=${clientId}&endpoint=${server.url}/&transport=${transport}`,
    )
    await page.getByLabel('Username').fill('robin')
    await page.getByLabel('Password', { exact: true }).fill('Pa55word!')
    await page.keyboard.press('Enter')
    const signOut = page.getByRole('button', { name: 'Sign out', exact: true }).first()
    await expect(signOut).toBeVisible()
    await signOut.evaluate((button: HTMLElement) => {
      button.click()
      location.href = 'about:blank'
    })
    await page.waitForURL('about:blank')
    const operations = () => pool.requests.map(({ operation }) => operation)
    await expect.poll(operations, { timeout: 5000 }).toContain('RevokeToken')
  } finally {
    await server.close()
  }
})
