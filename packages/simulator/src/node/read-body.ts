import type { IncomingMessage } from 'node:http'
import { maxBodyLength } from '../wire/read-call.ts'

/** Reads the whole body, but keeps only as much as is needed to see that it is too large. */
export function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      if (size <= maxBodyLength) chunks.push(chunk)
      size += chunk.length
    })
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    // Also emitted if the client disconnects early.
    incoming.once('error', reject)
  })
}
