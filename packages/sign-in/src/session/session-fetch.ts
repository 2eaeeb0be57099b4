import type { AuthSession } from './auth-session.ts'

export interface SessionFetchOptions {
  apiOrigins: readonly string[]
  fetch: typeof globalThis.fetch
}

/**
 * Makes `session.fetch`: it sends the access token to trusted origins only, and again with a new one after
 * a 401.
 */
export async function sessionFetch(
  { tokens }: Pick<AuthSession, 'tokens'>,
  { apiOrigins, fetch }: SessionFetchOptions,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  // A redirect could lead to another origin.
  const request = new Request(resolve(input), { redirect: 'error', ...init })
  checkOrigin(request, apiOrigins)

  async function send(accessToken: string): Promise<Response> {
    const authorized = new Request(request.clone())
    authorized.headers.set('authorization', `Bearer ${accessToken}`)
    return fetch(authorized)
  }

  const { accessToken } = await tokens()
  const response = await send(accessToken)
  if (response.status !== 401) return response
  const current = await tokens()
  const isNewer = current.accessToken !== accessToken
  const fresh = isNewer ? current : await tokens({ forceRefresh: true })
  return send(fresh.accessToken)
}

/** Resolves the URL against the page, if there is one. */
function resolve(input: RequestInfo | URL): RequestInfo | URL {
  const { location } = globalThis as { location?: Location }
  return typeof input === 'string' && location ? new URL(input, location.href) : input
}

function checkOrigin({ url }: Request, apiOrigins: readonly string[]) {
  const { origin } = new URL(url)
  const { location } = globalThis as { location?: Location }
  if (origin === location?.origin || apiOrigins.includes(origin)) return
  throw new TypeError(
    `session.fetch: ${origin} gets no token. List it: createAuth({ apiOrigins: ['${origin}'] }).`,
  )
}
