import { fromBase64 } from '../srp/bytes.ts'
import { invalidParameter, type ServiceException } from '../wire/service-exception.ts'

/** A PublicKeyCredential as JSON. Its buffers are base64url. */
export interface Credential<Part extends string> {
  id: string
  rawId: string
  type: 'public-key'
  attachment: string | undefined
  transports: string[]
  /** The user that the authenticator stored with the passkey, if it stores one. */
  userHandle: string | undefined
  /** What the browser passed to the authenticator to sign. */
  clientData: ClientData
  response: Record<Part | 'clientDataJSON', string>
}

interface ClientData {
  type: string
  challenge: string
  origin: string
}

/** Throws if the value is not a credential. It does not check whose credential it is. */
export function readCredential<Part extends string>(
  value: unknown,
  parts: readonly Part[],
): Credential<Part> {
  const { id, rawId, type, authenticatorAttachment, response } = toObject(value)
  const { clientDataJSON, transports, userHandle, ...buffers } = toObject(response)
  if (type !== 'public-key' || id !== rawId) throw malformed()
  const buffersRead = parts.map((part) => [part, readBase64url(buffers[part])])
  const encoded = readBase64url(clientDataJSON)
  return {
    id: readBase64url(id),
    rawId: readBase64url(rawId),
    type,
    attachment: typeof authenticatorAttachment === 'string' ? authenticatorAttachment : undefined,
    transports: Array.isArray(transports)
      ? transports.filter((each) => typeof each === 'string')
      : [],
    userHandle:
      userHandle === undefined || userHandle === null ? undefined : readBase64url(userHandle),
    clientData: readClientData(encoded),
    response: { clientDataJSON: encoded, ...Object.fromEntries(buffersRead) } as Record<
      Part | 'clientDataJSON',
      string
    >,
  }
}

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw malformed()
  }
}

function readClientData(encoded: string): ClientData {
  const bytes = fromBase64(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  const { type, challenge, origin } = toObject(parseJson(new TextDecoder().decode(bytes)))
  if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') {
    throw malformed()
  }
  return { type, challenge, origin }
}

/** Without padding, as browsers encode it. */
function readBase64url(value: unknown): string {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) throw malformed()
  return value
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed()
  return value as Record<string, unknown>
}

function malformed(): ServiceException {
  return invalidParameter('The credential is not a public key credential in JSON')
}
