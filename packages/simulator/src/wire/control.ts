import type { SentMessage } from '../outbox.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import type { Endpoint } from './endpoint.ts'
import { maxBodyLength } from './read-call.ts'
import { readFaults } from './read-faults.ts'

/** Answers the requests to `/_simulator/…`, by which tests control the simulator. */
export async function answerControl(request: Request, endpoint: Endpoint): Promise<Response> {
  const { pathname } = new URL(request.url)
  const handler = handlers.get(`${request.method} ${pathname.slice('/_simulator/'.length)}`)
  if (!handler) return toControlError(404, `There is no endpoint ${request.method} ${pathname}`)
  try {
    return Response.json(await handler(request, endpoint))
  } catch (reason) {
    if (!(reason instanceof TypeError)) throw reason
    return toControlError(400, reason.message)
  }
}

type Handler = (request: Request, endpoint: Endpoint) => object | Promise<object>

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET health', () => ({ status: 'ok' })],
  [
    'GET outbox',
    (request, { service, simulator }) => filterOutbox(request, service, simulator.outbox),
  ],
  ['GET clock', (_request, { simulator }) => describeTime(simulator.clock.now())],
  ['POST clock', advanceClock],
  ['GET totp', showTotp],
  ['POST faults', addFaults],
  ['DELETE faults', clearFaults],
  ['POST reset', reset],
])

function filterOutbox(
  request: Request,
  { pools }: Service,
  outbox: readonly SentMessage[],
): object {
  const { searchParams } = new URL(request.url)
  const username = searchParams.get('username')
  const destination = searchParams.get('destination')
  const userPoolId = searchParams.get('userPoolId')
  const isAlias = (message: SentMessage) => {
    const pool = pools.get(message.userPoolId)
    return username !== null && pool && findUser(pool, username)?.username === message.username
  }
  return outbox.filter((message) => {
    return (
      (username === null || message.username === username || isAlias(message)) &&
      (destination === null || message.destination === destination) &&
      (userPoolId === null || message.userPoolId === userPoolId)
    )
  })
}

async function advanceClock(request: Request, { simulator }: Endpoint): Promise<object> {
  const body = await readJson(request)
  const advance = (body as { advance?: unknown } | null)?.advance
  if (typeof advance !== 'number' || !(Math.abs(advance) <= centurySeconds)) {
    throw new TypeError('The body must be { "advance": seconds }, with a number.')
  }
  if (Number.isNaN(new Date(simulator.clock.now() + advance * 1000).getTime())) {
    throw new TypeError('The clock cannot be moved to that time.')
  }
  simulator.clock.advance(advance)
  return describeTime(simulator.clock.now())
}

async function addFaults(request: Request, { faults }: Endpoint): Promise<object> {
  const added = readFaults(await readJson(request))
  for (const fault of added) faults.add(fault)
  return { added: added.length }
}

function clearFaults(_request: Request, { faults }: Endpoint): object {
  faults.clear()
  return {}
}

function showTotp(request: Request, { simulator }: Endpoint): object {
  const { searchParams } = new URL(request.url)
  const username = searchParams.get('username')
  if (!username) throw new TypeError('The query must have a username: /_simulator/totp?username=…')
  return simulator.totp(username, searchParams.get('userPoolId') ?? undefined) ?? {}
}

function reset(_request: Request, { simulator }: Endpoint): object {
  simulator.reset()
  return {}
}

const centurySeconds = 100 * 365 * 86_400

function describeTime(now: number): object {
  return { now: new Date(now).toISOString() }
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.length > maxBodyLength) throw new TypeError('The body is too large.')
  try {
    return JSON.parse(text)
  } catch {
    throw new TypeError('The body is not JSON.')
  }
}

function toControlError(status: number, message: string): Response {
  return Response.json({ message }, { status })
}
