import { fromBase64 } from '../srp/bytes.ts'
import { invalidParameter, type Refusal } from '../wire/refusal.ts'

/** A PublicKeyCredential as JSON; every buffer is base64url. */
export interface Credential<Part extends string> {
  id: string
  rawId: string
  type: 'public-key'
  attachment: string | undefined
  /** What the browser says it signed. */
  clientData: ClientData
  response: Record<Part | 'clientDataJSON', string>
  /** The whole of it, as it came. */
  members: Record<string, unknown>
}

interface ClientData {
  type: string
  challenge: string
  origin: string
}

/** Refuses what is no credential at all; whether it is the right one is not looked at yet. */
export function readCredential<Part extends string>(
  value: unknown,
  parts: readonly Part[],
): Credential<Part> {
  const members = toObject(value)
  const { id, rawId, type, authenticatorAttachment: attachment } = members
  const response = toObject(members.response)
  const buffers = ['clientDataJSON', ...parts].map((name) => response[name])
  if (type !== 'public-key' || id !== rawId) throw malformed()
  if (![id, ...buffers].every((each) => typeof each === 'string' && /^[\w-]+$/.test(each))) {
    throw malformed()
  }
  const read = response as Record<Part | 'clientDataJSON', string>
  return {
    id: id as string,
    rawId: rawId as string,
    type,
    attachment: typeof attachment === 'string' ? attachment : undefined,
    clientData: readClientData(read.clientDataJSON),
    response: read,
    members,
  }
}

export function malformed(): Refusal {
  return invalidParameter('The credential is not a public key credential in JSON')
}

function readClientData(encoded: string): ClientData {
  const bytes = fromBase64(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  const { type, challenge, origin } = toObject(parse(new TextDecoder().decode(bytes)))
  if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') {
    throw malformed()
  }
  return { type, challenge, origin }
}

export function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw malformed()
  }
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed()
  return value as Record<string, unknown>
}
