import { ServiceException } from './service-exception.ts'

/** A JSON answer of the wire. */
export function toResponse(body: object, now: number): Response {
  return new Response(JSON.stringify(body), { headers: toHeaders(now) })
}

/** An error, in both of the places where clients look for it. */
export function toErrorResponse(reason: unknown, now: number): Response {
  if (!(reason instanceof ServiceException)) {
    // The reason is a bug of the simulator: better in its console than in a client's message.
    console.error(reason)
    return createErrorResponse('InternalErrorException', 'Something went wrong', now)
  }
  return createErrorResponse(reason.type, reason.message, now)
}

export function createErrorResponse(
  type: string,
  message: string | undefined,
  now: number,
): Response {
  return new Response(JSON.stringify({ __type: type, ...(message && { message }) }), {
    status: statuses[type] ?? 400,
    headers: {
      ...toHeaders(now),
      'x-amzn-ErrorType': `${toHeaderText(type)}:`,
      ...(message && { 'x-amzn-ErrorMessage': toHeaderText(message) }),
    },
  })
}

const statuses: Partial<Record<string, number>> = {
  InternalErrorException: 500,
  RequestEntityTooLargeException: 413,
}

function toHeaders(now: number): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.1',
    date: new Date(now).toUTCString(),
    'x-amzn-RequestId': crypto.randomUUID(),
  }
}

/** Headers carry Latin-1 without control characters, messages anything. */
function toHeaderText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 1024)
}
