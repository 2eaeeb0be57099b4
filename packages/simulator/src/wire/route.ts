import { answerControl } from './control.ts'
import { allowOrigin, preflight } from './cors.ts'
import { answerDocument } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { handle } from './handle.ts'

/** Answers every kind of request: service calls, documents, preflights and `/_simulator/…`. */
export async function route(request: Request, endpoint: Endpoint): Promise<Response> {
  return allowOrigin(await answer(request, endpoint))
}

async function answer(request: Request, endpoint: Endpoint): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request)
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/_simulator/')) return answerControl(request, endpoint)
  if (request.method === 'POST') return handle(request, endpoint)
  return (
    (await answerDocument(request, endpoint.service)) ??
    Response.json(
      { message: `There is no endpoint ${request.method} ${pathname}` },
      { status: 404 },
    )
  )
}
