import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createUserPool } from '@sallyport/simulator'
import type { AuthOptions } from '../loop/auth-options.ts'
import { type Auth, createAuth } from '../loop/create-auth.ts'
import { fetchTransport } from '../transports/fetch.ts'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn } from './sign-in.tsx'
import { SignedIn } from './signed-in.tsx'
import { SignedOut } from './signed-out.tsx'
import { useAccessToken } from './use-access-token.ts'
import { useSession } from './use-session.ts'

const ana = { username: 'ana', password: 'Pa55word!' }
const bob = { username: 'bob', password: 'Pa55word!' }
const pool = createUserPool({ users: [ana, bob] })

function open(options: Partial<AuthOptions> = {}): Auth {
  return createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    authFlow: 'USER_PASSWORD_AUTH',
    tokenStorage: 'local',
    ...options,
  })
}

const gate = (auth: Auth) => (
  <StrictMode>
    <AuthProvider auth={auth}>
      <SignIn fallback={<p>One moment …</p>}>
        {(session) => <h1>Hello, {session.user.username}</h1>}
      </SignIn>
    </AuthProvider>
  </StrictMode>
)

async function signedInBefore() {
  const auth = open()
  await auth.signIn(ana)
  await vi.waitFor(() => expect(localStorage.length).toBe(1))
}

afterEach(() => localStorage.clear())

/** Every text that the page has shown. */
function film(element: Element): Set<string> {
  const seen = new Set([element.textContent])
  new MutationObserver(() => seen.add(element.textContent)).observe(element, {
    childList: true,
    subtree: true,
    characterData: true,
  })
  return seen
}

test('after a reload, a signed-in user sees no form and no hydration mismatch', async () => {
  await signedInBefore()
  const error = vi.spyOn(console, 'error')
  const auth = open()
  const root = document.createElement('div')
  root.innerHTML = renderToString(gate(open()))
  document.body.append(root)
  const seen = film(root)
  const hydrated = hydrateRoot(root, gate(auth))
  await expect.element(page.getByRole('heading', { name: 'Hello, ana' })).toBeVisible()
  expect([...seen]).toEqual(['One moment …', 'Hello, ana'])
  expect(error.mock.calls.filter(([text]) => !/useLayoutEffect/.test(String(text)))).toEqual([])
  hydrated.unmount()
  root.remove()
})

test('a signed-out user sees the fallback and then the form', async () => {
  const { container } = await render(<div />)
  const seen = film(container)
  await render(gate(open()), { container })
  await expect.element(page.getByLabelText('Username')).toBeVisible()
  expect([...seen].filter((text) => text.includes('Hello'))).toEqual([])
})

test('after a session that ended elsewhere, SIGN_IN shows the reason and the username', async () => {
  await signedInBefore()
  await render(gate(open()))
  await expect.element(page.getByRole('heading', { name: 'Hello, ana' })).toBeVisible()
  const elsewhere = open()
  elsewhere.subscribe(() => {})
  await vi.waitFor(() => expect(elsewhere.getState().status).toBe('signed-in'))
  await elsewhere.getState().session?.signOut()
  await expect.element(page.getByText('You signed out in another tab.')).toBeVisible()
  await expect.element(page.getByLabelText('Username')).toHaveValue('ana')
})

test('the hooks return the session and the access token', async () => {
  function Who() {
    const { status, user } = useSession()
    const token = useAccessToken()
    return (
      <p>
        {status} {user?.username} {token?.slice(0, 2)}
      </p>
    )
  }
  const auth = open({ tokenStorage: 'memory' })
  await render(
    <AuthProvider auth={auth}>
      <Who />
      <SignedIn>{({ user }) => <b>in: {user.username}</b>}</SignedIn>
      <SignedOut>{(reason) => <b>out: {reason ?? 'not yet'}</b>}</SignedOut>
    </AuthProvider>,
  )
  await expect.element(page.getByText('out: not yet')).toBeVisible()
  await auth.signIn(ana)
  await expect.element(page.getByText('signed-in ana ey')).toBeVisible()
  await expect.element(page.getByText('in: ana')).toBeVisible()
  expect(await auth.getAccessToken()).toMatch(/^ey/)
  await auth.getState().session?.signOut()
  await expect.element(page.getByText('out: signed-out')).toBeVisible()
  expect(await auth.getAccessToken()).toBeUndefined()
})

test('a sign-in by keyboard is stored', async () => {
  await render(gate(open()))
  await page.getByLabelText('Username').click()
  await userEvent.keyboard('ana{Tab}Pa55word!{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Hello, ana' })).toBeVisible()
  await vi.waitFor(() => expect(localStorage.length).toBe(1))
})
