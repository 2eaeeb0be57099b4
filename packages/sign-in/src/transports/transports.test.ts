import { describe, expect, test, vi } from 'vitest'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { TransportOptions } from '../protocol/transport.ts'
import { createClient } from '../client/create-client.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import { awsSdkTransport } from './aws-sdk.ts'
import { fetchTransport } from './fetch.ts'

const Session = 'x'.repeat(1500)
const asked = { ChallengeName: 'SMS_MFA', Session, ChallengeParameters: {} }
const secret = 'Pa55word-canary'

type Answer = () => Response | Promise<Response>

function sending(
  make: typeof fetchTransport,
  answer: Answer,
  options: Partial<TransportOptions> = {},
) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer())
  const endpoint = 'https://cognito-idp.eu-west-1.amazonaws.com/'
  const transport = make({ region: 'eu-west-1', endpoint, fetch, deadlineSeconds: 15, ...options })
  const abort = new AbortController()
  const request = {
    AuthFlow: 'USER_PASSWORD_AUTH' as const,
    ClientId: '1example',
    AuthParameters: { USERNAME: 'ana', PASSWORD: secret },
  }
  return {
    fetch,
    abort,
    sent: () => transport(initiateAuth, request, abort),
    call: () => createClient(() => transport).call(initiateAuth, request, abort),
  }
}

const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init)
const html = (status: number) => () =>
  new Response('<html>canary</html>', { status, headers: { 'content-type': 'text/html' } })

describe.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('%s', (_, make) => {
  test('sends one request in Cognito’s format, without cookies and without a cache option', async () => {
    const { fetch, sent } = sending(make, json(asked))
    expect(await sent()).toMatchObject({ ChallengeName: 'SMS_MFA', Session })
    expect(fetch).toHaveBeenCalledOnce()
    const [url, init] = fetch.mock.calls[0] as [string, RequestInit]
    const headers = new Headers(init.headers)
    expect(url).toBe('https://cognito-idp.eu-west-1.amazonaws.com/')
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(headers.get('x-amz-target')).toBe('AWSCognitoIdentityProviderService.InitiateAuth')
    expect(headers.has('authorization')).toBe(false)
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'manual' })
    expect(init).not.toHaveProperty('cache')
    expect(JSON.parse(init.body as string)).toEqual({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: '1example',
      AuthParameters: { USERNAME: 'ana', PASSWORD: secret },
    })
  })

  test.each([
    ['body', json({ __type: 'NotAuthorizedException', message: 'no' }, { status: 400 })],
    ['namespace', json({ __type: 'com.amazonaws#NotAuthorizedException' }, { status: 400 })],
    [
      'header',
      json({}, { status: 400, headers: { 'x-amzn-errortype': 'NotAuthorizedException:http://x' } }),
    ],
  ])('reads the exception from the %s, and does not send again', async (_where, answer) => {
    const { fetch, sent } = sending(make, answer)
    await expect(sent()).rejects.toMatchObject({
      name: 'CognitoException',
      type: 'NotAuthorizedException',
    })
    expect(fetch).toHaveBeenCalledOnce()
  })

  test.each([
    ['lost', () => Promise.reject(new TypeError('Failed to fetch')), 'network', 'maybe'],
    ['500 with HTML', html(500), 'service-down', 'maybe'],
    ['403 with HTML', html(403), 'blocked', 'yes'],
    ['200 with HTML', html(200), 'bad-answer', 'maybe'],
    ['400 with HTML', html(400), 'bad-answer', 'maybe'],
    ['empty', () => new Response(''), 'bad-answer', 'yes'],
    ['null', json(null), 'bad-answer', 'maybe'],
    ['a list', json([]), 'bad-answer', 'maybe'],
    ['neither tokens nor a challenge', json({}), 'bad-answer', 'yes'],
    ['cut short', () => new Response(JSON.stringify(asked).slice(0, -1)), 'bad-answer', 'maybe'],
    [
      'a redirect',
      () => new Response('{}', { status: 302, headers: { location: 'https://evil.example/' } }),
      'bad-answer',
      'maybe',
    ],
  ])(
    'an answer that is %s: one request, and an error that quotes nothing',
    async (_what, answer, code, sentState) => {
      const { fetch, call } = sending(make, answer)
      const error = await call().catch((cause: unknown) => cause)
      expect(error).toMatchObject({ code, details: { sent: sentState } })
      expect(fetch).toHaveBeenCalledOnce()
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toMatch(/canary/)
    },
  )

  test.each(Array.from({ length: 12 }, (_x, n) => n * 120))(
    'an answer that is cut after %i bytes is a bad answer',
    async (at) => {
      const { call } = sending(make, () => new Response(JSON.stringify(asked).slice(0, at)))
      await expect(call()).rejects.toMatchObject({ code: 'bad-answer' })
    },
  )

  test.each([
    [429, { __type: 'TooManyRequestsException', message: '' }, 'TooManyRequestsException'],
    [500, { __type: 'InternalErrorException', message: '' }, 'InternalErrorException'],
    [400, { __type: 'LimitExceededException', message: '' }, 'LimitExceededException'],
  ])('a request with the answer %i is not sent again', async (status, body, type) => {
    const { fetch, sent } = sending(make, json(body, { status, headers: { 'retry-after': '7' } }))
    await expect(sent()).rejects.toMatchObject({ type, answered: { status, retryAfterSeconds: 7 } })
    expect(fetch).toHaveBeenCalledOnce()
  })

  test('a request without an answer fails at the deadline', async () => {
    const hanging: Answer = () => new Promise(() => {})
    const { fetch, sent } = sending(make, hanging, { deadlineSeconds: 0.02 })
    fetch.mockImplementation((_url, init) => hang(init))
    await expect(sent()).rejects.toMatchObject({ code: 'timeout', details: { sent: 'maybe' } })
  })

  test('the deadline also holds for a fetch that ignores its signal', async () => {
    const { fetch, sent } = sending(make, json(asked), { deadlineSeconds: 0.02 })
    fetch.mockImplementation(() => new Promise(() => {}))
    await expect(sent()).rejects.toMatchObject({ code: 'timeout' })
  })

  test('an aborted signal sends nothing', async () => {
    const { abort, fetch, sent } = sending(make, json(asked))
    abort.abort()
    await expect(sent()).rejects.toMatchObject({ code: 'cancelled' })
    expect(fetch).not.toHaveBeenCalled()
  })

  test.each([
    [403, 'blocked', undefined],
    [429, 'throttled', 7],
    [503, 'service-down', undefined],
  ])('a %i without an exception is read by its status', async (status, code, retryAfterSeconds) => {
    const init = { status, headers: { 'retry-after': '7' } }
    for (const body of ['<html>canary</html>', '{"message":"canary"}']) {
      const { sent } = sending(make, () => new Response(body, init))
      const error = toAuthError(await sent().catch((cause: unknown) => cause), { step: 'x' })
      expect(error.code).toBe(code)
      expect(error.details).toMatchObject(
        retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
      )
    }
  })

  test('a request ends when its signal aborts', async () => {
    const { abort, fetch, sent } = sending(make, json(asked))
    fetch.mockImplementation((_url, init) => hang(init))
    const pending = sent()
    setTimeout(() => abort.abort(), 5)
    await expect(pending).rejects.toMatchObject({ code: 'cancelled' })
  })
})

function hang(init: RequestInit | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))
  })
}
