/** The answer to a preflight, from any origin. */
export function preflight(request: Request): Response {
  const asked = request.headers
  return new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-headers': asked.get('access-control-request-headers') ?? usualHeaders,
      'access-control-allow-methods': asked.get('access-control-request-method') ?? 'POST',
      'access-control-max-age': '172800',
    },
  })
}

/** Without these a browser keeps the answer, refusals included, from the page. */
export function allowOrigin(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set(
    'access-control-expose-headers',
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
  return response
}

const usualHeaders =
  'authorization,content-type,x-amz-target,x-amz-user-agent,x-amz-date,x-amz-security-token,amz-sdk-invocation-id,amz-sdk-request,cache-control'
