/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../simulator.ts'
import { isDrop } from '../wire/faults.ts'
import { readBody } from './read-body.ts'

/** The options of `serve`. */
export interface ServeOptions {
  /** The port to listen on. A free one by default. */
  port?: number
  /** The address to listen on. `127.0.0.1` by default, which other machines cannot reach. */
  host?: string
}

/** A running HTTP server. */
export interface SimulatorServer {
  /** The address of the server, for example `http://127.0.0.1:9229`. */
  url: string
  /** Closes all connections and stops the server. */
  close: () => Promise<void>
}

/** Serves a simulator or user pool over HTTP. Rejects if it cannot listen on the port. */
export async function serve(
  simulator: Pick<Simulator, 'fetch'>,
  { port = 0, host = '127.0.0.1' }: ServeOptions = {},
): Promise<SimulatorServer> {
  // A client pauses while the user types. Node's default of five seconds would break its next request.
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
  // A latin1 string, since Node sends a string in one piece with the headers.
  outgoing.end(Buffer.from(await response.arrayBuffer()).toString('latin1'), 'latin1')
}

/** Undefined if a Fetch API `Request` cannot express it, such as TRACE or an invalid URL. */
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
