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
  { endpoint, fetch, deadline }: TransportOptions,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Exchanged> {
  // Node has a navigator that knows nothing of lines.
  const { onLine } = globalThis.navigator as { onLine?: boolean }
  const sent = onLine === false ? 'no' : 'maybe'
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(), deadline * 1000)
  const stop = () => timer.abort()
  signal.addEventListener('abort', stop)
  try {
    // No `cache` option, and the same headers each time: browsers then ask for permission once.
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body,
      credentials: 'omit',
      redirect: 'manual',
      signal: timer.signal,
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text,
      ...parse(response, text),
    }
  } catch (cause) {
    if (cause instanceof AuthError) throw cause
    if (signal.aborted) throw new AuthError('cancelled', { sent: 'maybe' })
    if (timer.signal.aborted) throw new AuthError('timeout', { sent: 'maybe' })
    throw new AuthError('network', { sent })
  } finally {
    clearTimeout(timeout)
    signal.removeEventListener('abort', stop)
  }
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
    retryAfter: Number(headers.get('retry-after')) || undefined,
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

function parse(response: Response, text: string): { answer: Record<string, unknown> } {
  const redirected =
    response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)
  if (redirected) throw new AuthError('bad-answer', { sent: 'maybe' })
  try {
    // Some operations answer with nothing at all, and mean an empty object.
    const answer: unknown = response.ok && text === '' ? {} : JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
      return { answer: answer as Record<string, unknown> }
    }
  } catch {
    // Said below, without quoting the body.
  }
  if (response.status === 403) throw new AuthError('blocked', { sent: 'yes' })
  if (response.status >= 500) throw new AuthError('service-down', { sent: 'maybe' })
  throw new AuthError('bad-answer', { sent: 'maybe' })
}
