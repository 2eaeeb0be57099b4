import type { IncomingMessage } from 'node:http'
import { maxBodyLength } from '../wire/read-call.ts'

/** Reads to the end, but keeps no more than is needed to see that it is too much. */
export function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      if (size <= maxBodyLength) chunks.push(chunk)
      size += chunk.length
    })
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    // Also when the client is gone before the end.
    incoming.once('error', reject)
  })
}
