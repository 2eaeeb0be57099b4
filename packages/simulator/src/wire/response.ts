import { ServiceException } from './service-exception.ts'

/** A successful response. */
export function toResponse(body: object, now: number): Response {
  return new Response(JSON.stringify(body), { headers: toHeaders(now) })
}

/** An error response. Clients read the type and message from the headers or the body. */
export function toErrorResponse(reason: unknown, now: number): Response {
  if (!(reason instanceof ServiceException)) {
    // A bug of the simulator. Its message belongs in the console, not in the client's error.
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

/** A header value can hold only printable characters of Latin-1. */
function toHeaderText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 1024)
}
