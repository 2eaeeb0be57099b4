/** Answers a CORS preflight: every origin is allowed. */
export function preflight(request: Request): Response {
  const requestHeaders = request.headers
  return new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-headers':
        requestHeaders.get('access-control-request-headers') ?? defaultAllowedHeaders,
      'access-control-allow-methods': requestHeaders.get('access-control-request-method') ?? 'POST',
      'access-control-max-age': '172800',
    },
  })
}

/** Without these headers a browser hides the response, errors included, from the page. */
export function allowOrigin(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set(
    'access-control-expose-headers',
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
  return response
}

const defaultAllowedHeaders =
  'authorization,content-type,x-amz-target,x-amz-user-agent,x-amz-date,x-amz-security-token,amz-sdk-invocation-id,amz-sdk-request,cache-control'
