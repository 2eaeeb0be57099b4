import { notAuthorized } from '../wire/service-exception.ts'
import type { Client } from './pool.ts'
import { toBase64 } from './random.ts'

/** Checks SECRET_HASH: it must be over one of the names. A client without a secret must send none. */
export async function checkSecretHash(
  client: Client,
  names: string[],
  hash: string | undefined,
): Promise<void> {
  if (client.secret === undefined) {
    if (hash !== undefined) throw unverifiable(client)
    return
  }
  if (hash === undefined) {
    const configured = `Client ${client.id} is configured with secret`
    throw notAuthorized(`${configured} but SECRET_HASH was not received`)
  }
  for (const name of names) {
    if (hash === (await hashSecret(client.secret, name + client.id))) return
  }
  throw unverifiable(client)
}

async function hashSecret(secret: string, message: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ])
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message))))
}

function unverifiable(client: Client): Error {
  return notAuthorized(`Unable to verify secret hash for client ${client.id}`)
}
