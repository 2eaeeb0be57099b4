import type { IncomingMessage } from 'node:http'
import { largest } from '../wire/read-call.ts'

/** Reads to the end, but keeps no more than is needed to see that it is too much. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (size <= largest) chunks.push(chunk)
    size += chunk.length
  }
  return Buffer.concat(chunks)
}
