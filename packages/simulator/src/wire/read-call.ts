import { ServiceException } from './service-exception.ts'

export interface OperationCall {
  operation: string
  body: string
  /** From the credential scope of the signature. Nothing else of the signature is checked. */
  region: string
}

/** Reads the name of the operation, and the body as text. */
export async function readCall(request: Request): Promise<OperationCall> {
  const target = request.headers.get('x-amz-target') ?? ''
  const [service, operation = ''] = target.split('.')
  if (service !== 'AWSCognitoIdentityProviderService') throw unknownOperation()
  if (Number(request.headers.get('content-length')) > maxBodyLength) throw tooLarge()
  const body = await request.text()
  if (body.length > maxBodyLength) throw tooLarge()
  return { operation, body, region: readRegion(request) }
}

export function parseBody(body: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new ServiceException('SerializationException', 'The request body is not valid JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceException('SerializationException', 'The request body is not a JSON object')
  }
  // JSON that is nested deeper can be parsed, but not stringified again.
  if (!isNestedWithin(64, value)) {
    throw new ServiceException('SerializationException', 'The request body is nested too deeply')
  }
  return value
}

export function unknownOperation(): ServiceException {
  return new ServiceException('UnknownOperationException', '')
}

/** In characters. More than any operation needs. */
export const maxBodyLength: number = 1024 * 1024

function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((each) => isNestedWithin(levels - 1, each))
}

function readRegion(request: Request): string {
  const scope = request.headers.get('authorization') ?? ''
  return /Credential=[^/]+\/\d+\/([a-z0-9-]+)\//.exec(scope)?.[1] ?? 'us-east-1'
}

function tooLarge(): ServiceException {
  return new ServiceException('RequestEntityTooLargeException', 'The request body is too large')
}
