import { QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { AuthProvider, createAuth, SignIn } from '@sallyport/sign-in'
import { createUserPool } from '@sallyport/simulator'
import { fetchTransport } from '../transports/fetch.ts'
import { createQueryClient, useOrders } from './tanstack-query.tsx'

const ana = { username: 'ana', password: 'Pa55word!' }
const bob = { username: 'bob', password: 'Pa55word!' }

/** A pool and an API in one. The API refuses the tokens in `refused`, and answers with the user's orders. */
function openApp() {
  const pool = createUserPool({ users: [ana, bob] })
  const refused = new Set<string>()
  const answers: number[] = []
  const api: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    if (!request.url.endsWith('/api/orders')) return pool.fetch(request)
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    answers.push(refused.has(token) ? 401 : 200)
    if (refused.has(token)) return new Response('', { status: 401 })
    const { username } = JSON.parse(atob(token.split('.')[1]!)) as { username: string }
    return Response.json([`a lamp for ${username}`])
  }
  const auth = createAuth({
    ...pool.config,
    fetch: api,
    transport: fetchTransport,
    authFlow: 'USER_PASSWORD_AUTH',
  })
  const queryClient = createQueryClient(auth)
  const app = (
    <AuthProvider auth={auth}>
      <QueryClientProvider client={queryClient}>
        <SignIn>
          <Orders />
        </SignIn>
      </QueryClientProvider>
    </AuthProvider>
  )
  return { auth, queryClient, app, refused, answers }
}

function Orders() {
  const { data = [], error } = useOrders()
  return <p>{error ? error.message : data.join(', ')}</p>
}

test('a query whose token is refused is sent again with a new one', async () => {
  const { auth, app, refused, answers } = openApp()
  const { accessToken } = await auth.signIn(ana).then(() => auth.getState().session!.tokens())
  refused.add(accessToken)
  await render(app)
  await expect.element(page.getByText('a lamp for ana')).toBeVisible()
  expect(answers).toEqual([401, 200])
})

test('the cache is empty after the sign-out, and the next user sees nothing of it', async () => {
  const { auth, queryClient, app } = openApp()
  await auth.signIn(ana)
  await render(app)
  await expect.element(page.getByText('a lamp for ana')).toBeVisible()
  await auth.getState().session!.signOut()
  await expect.element(page.getByLabelText('Username')).toBeVisible()
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  await auth.signIn(bob)
  await expect.element(page.getByText('a lamp for bob')).toBeVisible()
  expect(page.getByText('a lamp for ana').query()).toBeNull()
})
