import type { Service } from '../service.ts'
import { readAll, type Shape } from '../wire/shape.ts'

export interface RequestInfo {
  /** Which region the request was signed for. */
  region: string
}

/** One operation of the wire; its answer goes out as JSON. */
export type Operation = (request: unknown, service: Service, caller: RequestInfo) => Promise<object>

/** Checks the request against the shape before anything else is looked at, as the service does. */
export function operation<Request>(
  shape: Shape<Request>,
  run: (
    request: NonNullable<Request>,
    service: Service,
    caller: RequestInfo,
  ) => object | Promise<object>,
): Operation {
  return async (request, service, caller) => run(readAll(shape, request), service, caller)
}
