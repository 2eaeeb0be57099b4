import { AuthError } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'
import type { TransportOptions } from '../protocol/transport.ts'

/** The HTTP answer to one request. */
export interface Exchanged {
  status: number
  headers: Headers
  body: string
  /** The body, parsed as JSON. */
  answer: Record<string, unknown>
}

/**
 * Sends one POST and reads the whole answer. Rejects with `AuthError` if there is no answer in time, or
 * if the answer is not from the service, e.g. the page of a captive portal or a body that was cut.
 */
export async function exchange(
  { endpoint, fetch, deadlineSeconds, onDate }: TransportOptions,
  headers: Record<string, string>,
  body: string,
  { signal, keepalive = false }: { signal: AbortSignal; keepalive?: boolean | undefined },
): Promise<Exchanged> {
  if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
  // Old versions of Node have no `navigator`; newer ones have one without `onLine`.
  const { navigator } = globalThis as { navigator?: { onLine?: boolean } }
  const sent = navigator?.onLine === false ? 'no' : 'maybe'
  const controller = new AbortController()
  const cancel = () => controller.abort()
  signal.addEventListener('abort', cancel)
  let timer: ReturnType<typeof setTimeout> | undefined
  // The deadline also holds for a `fetch` that ignores its signal.
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AuthError('timeout', { sent: 'maybe' }))
      controller.abort()
    }, deadlineSeconds * 1000)
  })
  try {
    const options = { ...fetchOptions, ...(keepalive && { keepalive }) }
    const init = { method: 'POST', headers, body, ...options, signal: controller.signal }
    const exchanged = await Promise.race([send(fetch, endpoint, init), deadline])
    const date = Date.parse(exchanged.headers.get('date') ?? '')
    if (date) onDate?.(date)
    return exchanged
  } catch (cause) {
    if (signal.aborted) throw new AuthError('cancelled', { sent: 'maybe' })
    throw cause instanceof AuthError ? cause : new AuthError('network', { sent })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
}

// No `cache` option and always the same headers: browsers then need one CORS preflight only.
// See `docs/decisions.md#the-same-headers-every-time`.
const fetchOptions = { credentials: 'omit', redirect: 'manual' } as const

async function send(
  fetch: typeof globalThis.fetch,
  endpoint: string,
  init: RequestInit,
): Promise<Exchanged> {
  const response = await fetch(endpoint, init)
  const body = await response.text()
  const { status, headers } = response
  return { status, headers, body, answer: parse(response, body) }
}

/** Reads the exception of an answer. Its type can be in three places: see `docs/cognito.md#errors`. */
export function readException({ status, headers, answer }: Exchanged): CognitoException {
  const type = firstText(headers.get('x-amzn-errortype'), answer['code'], answer['__type'])
  const message = firstText(
    answer['message'],
    answer['Message'],
    headers.get('x-amzn-errormessage'),
  )
  return new CognitoException(plainType(type), message, {
    status,
    requestId: headers.get('x-amzn-requestid') ?? undefined,
    retryAfterSeconds: retryAfterIn(headers),
  })
}

function firstText(...candidates: unknown[]): string {
  return (
    (candidates.find((text) => typeof text === 'string' && text !== '') as string | undefined) ?? ''
  )
}

// Turns `com.amazonaws…#NotAuthorizedException:http://…` into `NotAuthorizedException`.
function plainType(type: string): string {
  const [name = ''] = type.split(/[,:]/)
  return name.slice(name.lastIndexOf('#') + 1)
}

function parse({ ok, status, type, headers }: Response, text: string): Record<string, unknown> {
  const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400)
  try {
    // An operation without output may answer with an empty body (`docs/cognito.md#wire`).
    const answer: unknown = ok && text === '' ? {} : JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer) && !redirected) {
      return answer as Record<string, unknown>
    }
  } catch {
    // The error below does not quote the body, which may hold secrets.
  }
  const retryAfterSeconds = retryAfterIn(headers)
  const after = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  if (status === 403) throw new AuthError('blocked', { sent: 'yes' })
  if (status === 429) throw new AuthError('throttled', { sent: 'yes', ...after })
  if (status >= 500) throw new AuthError('service-down', { sent: 'maybe' })
  throw new AuthError('bad-answer', { sent: 'maybe' })
}

function retryAfterIn(headers: Headers): number | undefined {
  return Number(headers.get('retry-after')) || undefined
}
