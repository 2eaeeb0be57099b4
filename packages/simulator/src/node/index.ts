/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../simulator.ts'
import { isDrop } from '../wire/faults.ts'
import { readBody } from './read-body.ts'

export interface ServeOptions {
  /** Any free one unless given. */
  port?: number
  /** Loopback unless given. */
  host?: string
}

export interface SimulatorServer {
  /** For example `http://127.0.0.1:9229`. */
  url: string
  close: () => Promise<void>
}

/** Answers over HTTP what `simulator.fetch` answers in memory. */
export async function serve(
  simulator: Pick<Simulator, 'fetch'>,
  { port = 0, host = '127.0.0.1' }: ServeOptions = {},
): Promise<SimulatorServer> {
  // A client may pause for as long as a person types: Node's own five seconds break its next request.
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    answer(simulator, incoming, outgoing).catch((reason: unknown) => {
      if (!isDrop(reason) && !incoming.socket.destroyed) console.error(reason)
      outgoing.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, family, port: bound } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  simulator: Pick<Simulator, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = toRequest(incoming, await readBody(incoming))
  if (!request) {
    outgoing.writeHead(400, { 'access-control-allow-origin': '*' }).end()
    return
  }
  const response = await simulator.fetch(request)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // As a text of bytes, since Node sends that in one piece with the headers.
  outgoing.end(Buffer.from(await response.arrayBuffer()).toString('latin1'), 'latin1')
}

/** Nothing for what the Fetch API cannot say, such as TRACE or a URL of nonsense. */
function toRequest(
  { headers, method = 'GET', url = '/' }: IncomingMessage,
  body: Buffer<ArrayBuffer>,
): Request | undefined {
  try {
    const list = Object.entries(headers).flatMap(([name, value]) => {
      return [value ?? []].flat().map((each): [string, string] => [name, each])
    })
    const bodiless = method === 'GET' || method === 'HEAD'
    return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
      method,
      headers: list,
      ...(!bodiless && { body }),
    })
  } catch {
    return undefined
  }
}
