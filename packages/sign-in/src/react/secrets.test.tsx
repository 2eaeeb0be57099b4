import { createUserPool } from '@sallyport/simulator'
import { StrictMode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createAuth } from '../loop/create-auth.ts'
import { fetchTransport } from '../transports/fetch.ts'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn } from './sign-in.tsx'

const password = 'Canary-Pa55word!'

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

/** A pool with a second factor where the user decides whether a device is remembered. */
async function begin() {
  const pool = createUserPool({
    users: [
      { username: 'ana', password, attributes: { phone_number: '+15555550100' }, mfa: ['SMS_MFA'] },
    ],
    devices: { trusted: true, optIn: true },
  })
  /** The Sessions, tokens and secret blocks of the service. */
  const handedOut: string[] = []
  const auth = createAuth({
    ...pool.config,
    transport: fetchTransport,
    async fetch(url, init) {
      const response = await pool.fetch(url, init)
      const { Session, AuthenticationResult, ChallengeParameters } = await response.clone().json()
      const { AccessToken, IdToken, RefreshToken } = AuthenticationResult ?? {}
      const { SECRET_BLOCK } = ChallengeParameters ?? {}
      const secrets = [Session, SECRET_BLOCK, AccessToken, IdToken, RefreshToken]
      handedOut.push(...secrets.filter((secret) => secret !== undefined))
      return response
    },
  })
  const { container } = await render(
    <StrictMode>
      <AuthProvider auth={auth}>
        <SignIn>{({ user }) => <p>Welcome, {user.username}</p>}</SignIn>
      </AuthProvider>
    </StrictMode>,
  )
  await page.getByLabelText('Username').fill('ana')
  await page.getByLabelText('Password', { exact: true }).fill(password)
  await userEvent.keyboard('{Enter}')
  const code = () => pool.outbox.at(-1)?.code ?? ''
  return { container, code, secrets: () => [password, ...handedOut] }
}

/** All texts that can be reached from React's data of a page, with their paths. */
function textsIn(root: Element): Map<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<unknown>()
  const left: [path: string, value: unknown][] = [['root', root]]
  for (const [path, value] of left) {
    if (typeof value === 'string') found.set(value, path)
    if (value === null || !['object', 'function'].includes(typeof value)) continue
    if (seen.has(value) || value === globalThis) continue
    seen.add(value)
    if (value instanceof Map || value instanceof Set) left.push([`${path}.*`, [...value]])
    for (const [key, { value: held }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      // Of DOM elements, only the properties of React matter.
      if (!(value instanceof Node) || key.startsWith('__react')) left.push([`${path}.${key}`, held])
    }
    if (value instanceof HTMLInputElement) left.push([`${path}.value`, value.value])
  }
  return found
}

function reached(root: Element, secrets: string[]): string[] {
  return [...textsIn(root)]
    .filter(([text]) => secrets.some((secret) => text.includes(secret)))
    .map(([, path]) => path)
}

function stored(): string {
  const shelves = [localStorage, sessionStorage].map((shelf) => Object.entries(shelf))
  return JSON.stringify([shelves, history.state, location.href])
}

test('after a step, its secrets are not in React, the page or the storage', async () => {
  const { container, code, secrets } = await begin()
  const clean = () => {
    expect(textsIn(container).size).toBeGreaterThan(40)
    expect(reached(container, secrets())).toEqual([])
    expect(document.documentElement.outerHTML).not.toContain('Canary')
    expect(secrets().filter((secret) => stored().includes(secret))).toEqual([])
  }
  await expect.element(page.getByRole('form', { name: 'Check your phone' })).toBeVisible()
  expect(secrets()).toHaveLength(3)
  clean()
  await page.getByLabelText('Code').fill(code())
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('form', { name: 'Remember this device?' })).toBeVisible()
  expect(secrets()).toHaveLength(6)
  clean()
  await page.getByRole('button', { name: 'Remember this device' }).click()
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  clean()

  expect(localStorage).toHaveLength(1)
  const [key, kept] = Object.entries(localStorage)[0] as [string, string]
  expect(key).toMatch(/^sallyport\.device\./)
  const { secret } = JSON.parse(kept) as { secret: string }
  expect(reached(container, [secret])).toEqual([])
})

test('the search finds a secret that can be reached', async () => {
  const { container } = await render(<p title="Canary">Hello</p>)
  expect(reached(container, ['Canary'])).not.toEqual([])
})
