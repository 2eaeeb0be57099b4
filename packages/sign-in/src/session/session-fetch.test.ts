import { describe, expect, test, vi } from 'vitest'
import type { AuthTokens } from './auth-session.ts'
import { sessionFetch } from './session-fetch.ts'

const api = 'https://api.example.com'

function ready(statuses: number[], tokensNow: string[] = ['one', 'two']) {
  let meanwhile = () => {}
  const sent: Request[] = []
  const fetch = vi.fn(async (request: RequestInfo | URL) => {
    sent.push(request as Request)
    if (sent.length === 1) meanwhile()
    return new Response(null, { status: statuses.shift() ?? 200 })
  }) as typeof globalThis.fetch
  let [current = ''] = tokensNow
  const tokens = vi.fn(async ({ forceRefresh = false } = {}) => {
    if (forceRefresh) current = tokensNow[1] ?? ''
    return { accessToken: current } as AuthTokens
  })
  const call = (...[input, init]: Parameters<typeof globalThis.fetch>) =>
    sessionFetch({ tokens }, { apiOrigins: [api], fetch }, input, init)
  const refreshElsewhere = () => {
    meanwhile = () => (current = tokensNow[1] ?? '')
  }
  return { call, sent, tokens, refreshElsewhere }
}

describe('a request to a listed origin', () => {
  test('has the access token and the headers of the app', async () => {
    const { call, sent } = ready([])
    await call(`${api}/orders`, { method: 'POST', body: 'x', headers: { accept: 'text/plain' } })
    const [request] = sent as [Request]
    expect(request.headers.get('authorization')).toBe('Bearer one')
    expect(request.headers.get('accept')).toBe('text/plain')
    expect([request.method, await request.text()]).toEqual(['POST', 'x'])
  })

  test('follows no redirect', async () => {
    const { call, sent } = ready([])
    await call(`${api}/orders`)
    expect(sent[0]?.redirect).toBe('error')
  })

  test('is sent once more, with its body and a new token, after a 401', async () => {
    const { call, sent, tokens } = ready([401, 200])
    const response = await call(`${api}/orders`, { method: 'POST', body: 'x' })
    expect(response.status).toBe(200)
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer one',
      'Bearer two',
    ])
    expect(await sent[1]?.text()).toBe('x')
    expect(tokens).toHaveBeenCalledWith({ forceRefresh: true })
  })

  test('does not refresh if that was done meanwhile', async () => {
    const { call, sent, tokens, refreshElsewhere } = ready([401, 200])
    refreshElsewhere()
    await call(`${api}/orders`)
    expect(sent[1]?.headers.get('authorization')).toBe('Bearer two')
    expect(tokens).not.toHaveBeenCalledWith({ forceRefresh: true })
  })

  test('is not sent a third time', async () => {
    const { call, sent } = ready([401, 401, 401])
    expect((await call(`${api}/orders`)).status).toBe(401)
    expect(sent).toHaveLength(2)
  })
})

test.each([
  'https://evil.example/',
  'http://api.example.com/',
  'https://api.example.com.evil.example/',
])('%s gets no token and no request', async (url) => {
  const { call, sent } = ready([])
  await expect(call(url)).rejects.toThrow(/gets no token.*apiOrigins/)
  expect(sent).toEqual([])
})
