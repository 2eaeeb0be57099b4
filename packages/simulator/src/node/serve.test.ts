import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createSimulator } from '../create-simulator.ts'
import { serve, type SimulatorServer } from './index.ts'

const servers: SimulatorServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function start() {
  const simulator = createSimulator()
  const server = await serve(simulator)
  servers.push(server)
  const post = (body: string, init: RequestInit = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' },
      body,
      ...init,
    })
  return { simulator, server, post }
}

test('listens on this machine only', async () => {
  expect((await start()).server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('answers what the simulator answers, with its headers', async () => {
  const { post } = await start()
  const response = await post('{"MaxResults":1}')
  expect(await response.json()).toEqual({ UserPools: [] })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1')
})

test('answers a preflight', async () => {
  const { server } = await start()
  const response = await fetch(server.url, { method: 'OPTIONS' })
  expect(response.headers.get('access-control-max-age')).toBe('172800')
})

describe('a planned fault', () => {
  test('drops the connection', async () => {
    const { simulator, post } = await start()
    simulator.faults.add({ answer: 'drop', call: 1 })
    await expect(post('{"MaxResults":1}')).rejects.toThrow('fetch failed')
    expect((await post('{"MaxResults":1}')).status).toBe(200)
  })

  test('never answers', async () => {
    const { simulator, server, post } = await start()
    simulator.faults.add({ answer: 'hang' })
    const giveUp = new AbortController()
    const answer = post('{"MaxResults":1}', { signal: giveUp.signal })
    // Aborts only after the request has arrived.
    while (simulator.requests.length === 0) await fetch(`${server.url}/_simulator/health`)
    giveUp.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a body that is too large', () => {
  test('is read to the end and refused', async () => {
    const { post } = await start()
    const response = await post(' '.repeat(3 * 1024 * 1024))
    expect(response.status).toBe(413)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('an invalid HTTP request', () => {
  const send = (url: string, raw: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(raw))
      let text = ''
      socket.on('data', (chunk) => (text += String(chunk)))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })

  test.each([
    'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    'nonsense\r\n\r\n',
  ])('%j is refused, and the next request is answered', async (raw) => {
    const { server, post } = await start()
    expect(await send(server.url, raw)).toMatch(/^HTTP\/1\.1 400 /)
    expect((await post('{"MaxResults":1}')).status).toBe(200)
  })

  test('the refusal has CORS headers, so that a browser can read it', async () => {
    const { server } = await start()
    const answered = await send(
      server.url,
      'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    )
    expect(answered).toMatch(/^access-control-allow-origin: \*\r$/m)
  })
})
