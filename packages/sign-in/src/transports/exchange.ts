import { AuthError } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'
import type { TransportOptions } from '../protocol/transport.ts'

export interface Exchanged {
  status: number
  headers: Headers
  body: string
  /** The body as JSON: always an object. */
  answer: Record<string, unknown>
}

/**
 * One POST and its answer, read whole. Rejects with `AuthError` when nobody answers in time or when
 * what answers is not the service: a captive portal, a block page, half a body.
 */
export async function exchange(
  { endpoint, fetch, deadlineSeconds, onDate }: TransportOptions,
  headers: Record<string, string>,
  body: string,
  { signal, keepalive = false }: { signal: AbortSignal; keepalive?: boolean | undefined },
): Promise<Exchanged> {
  if (signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
  // Older Nodes have no navigator, newer ones one that knows nothing of lines.
  const { navigator } = globalThis as { navigator?: { onLine?: boolean } }
  const sent = navigator?.onLine === false ? 'no' : 'maybe'
  const stop = new AbortController()
  const cancel = () => stop.abort()
  signal.addEventListener('abort', cancel)
  let timer: ReturnType<typeof setTimeout> | undefined
  // A fetch that pays no heed to its signal must not hold anybody up either.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AuthError('timeout', { sent: 'maybe' }))
      stop.abort()
    }, deadlineSeconds * 1000)
  })
  try {
    const leaving = keepalive && { keepalive }
    const init = { method: 'POST', headers, body, ...constant, ...leaving, signal: stop.signal }
    const exchanged = await Promise.race([send(fetch, endpoint, init), late])
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

// No `cache` option, and the same headers each time: browsers then ask for permission once.
const constant = { credentials: 'omit', redirect: 'manual' } as const

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

/** The exception that an answer carries, by any of the three ways the service names one. */
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

// `com.amazonaws…#NotAuthorizedException:http://…` is the same as `NotAuthorizedException`.
function plainType(type: string): string {
  const [name = ''] = type.split(/[,:]/)
  return name.slice(name.lastIndexOf('#') + 1)
}

function parse({ ok, status, type, headers }: Response, text: string): Record<string, unknown> {
  const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400)
  try {
    // Some operations answer with nothing at all, and mean an empty object.
    const answer: unknown = ok && text === '' ? {} : JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer) && !redirected) {
      return answer as Record<string, unknown>
    }
  } catch {
    // Said below, without quoting the body.
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
