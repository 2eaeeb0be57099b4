import type { Simulator } from '../simulator.ts'
import { answerControl } from './control.ts'
import { allowOrigin, preflight } from './cors.ts'
import { answerDocument } from './documents.ts'
import { handle, type Wire } from './handle.ts'

export interface Routes extends Wire {
  simulator: Simulator
}

/** Every request the endpoint knows; `POST /` is the wire. */
export async function route(request: Request, routes: Routes): Promise<Response> {
  return allowOrigin(await answer(request, routes))
}

async function answer(request: Request, routes: Routes): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request)
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/_simulator/')) return answerControl(request, routes)
  if (request.method === 'POST') return handle(request, routes)
  return (
    (await answerDocument(request, routes.service)) ??
    Response.json({ message: `Nothing answers ${request.method} ${pathname}` }, { status: 404 })
  )
}
