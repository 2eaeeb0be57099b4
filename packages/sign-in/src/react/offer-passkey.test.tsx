import { createUserPool } from '@sallyport/simulator'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createAuth } from '../loop/create-auth.ts'
import {
  addAuthenticator,
  type VirtualAuthenticator,
} from '../testing/virtual-authenticator.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn } from './sign-in.tsx'

// These tests use a real browser and a virtual authenticator.

const ana = { username: 'ana', password: 'Pa55word!' }
const username = () => page.getByLabelText('Username', { exact: true })

let authenticator: VirtualAuthenticator

beforeEach(async () => {
  authenticator = await addAuthenticator()
})

afterEach(async () => {
  await authenticator.remove()
  vi.restoreAllMocks()
})

/** A pool where Ana has a passkey, and a browser with her username stored. */
async function remembered() {
  const pool = createUserPool({ users: [ana], passkeys: { relyingPartyId: 'localhost' } })
  const kept = new Map<string, string>()
  const common = {
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    rememberUsername: true,
    deviceStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  }
  const before = createAuth({ ...common, authFlow: 'USER_PASSWORD_AUTH' })
  await before.signIn(ana)
  await before.getState().session?.registerPasskey()
  const auth = createAuth({ ...common, authFlow: 'USER_AUTH' })
  const sent = pool.requests.length
  return {
    auth,
    operations: () => pool.requests.slice(sent).map(({ operation }) => operation),
    screen: (
      <StrictMode>
        <AuthProvider auth={auth}>
          <SignIn>{({ user }) => <p>Welcome, {user.username}</p>}</SignIn>
        </AuthProvider>
      </StrictMode>
    ),
  }
}

/** How many requests to `navigator.credentials` are pending. */
function pending() {
  const native = navigator.credentials.get.bind(navigator.credentials)
  let count = 0
  const get = vi.spyOn(navigator.credentials, 'get').mockImplementation(async (options) => {
    count += 1
    return native(options).finally(() => (count -= 1))
  })
  return { get, count: () => count }
}

test('a passkey is suggested once, and the focus stays', async () => {
  const { screen, operations } = await remembered()
  await authenticator.setPresence(false)
  const { get, count } = pending()
  const { unmount } = await render(screen)
  await expect.element(username()).toHaveAttribute('autocomplete', 'username webauthn')
  await expect.element(username()).toHaveValue('ana')
  expect(document.activeElement).toBe(document.body)
  expect(operations()).toEqual(['InitiateAuth'])
  expect(get).toHaveBeenCalledOnce()
  expect(count()).toBe(1)

  await unmount()
  await vi.waitFor(() => expect(count()).toBe(0))
})

test('a picked passkey signs in', async () => {
  const { screen, operations } = await remembered()
  await render(screen)
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  expect(operations()).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
})

test('a prompt ends the suggestion, and the typed text stays', async () => {
  const { screen, auth } = await remembered()
  await authenticator.setPresence(false)
  const { count } = pending()
  await render(screen)
  await expect.element(username()).toHaveAttribute('autocomplete', 'username webauthn')
  await authenticator.setPresence(true)
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  await vi.waitFor(() => expect(auth.getState().challenge?.name).toBe('SELECT_CHALLENGE'))
  await userEvent.click(page.getByText('Passkey', { exact: true }))
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  expect(count()).toBe(0)
})

test('a username that was typed is not replaced', async () => {
  const { screen } = await remembered()
  await authenticator.setPresence(false)
  await render(screen)
  await username().fill('bob')
  await expect.element(username()).toHaveAttribute('autocomplete', 'username webauthn')
  await expect.element(username()).toHaveValue('bob')
})
