import type { Service } from '../service.ts'
import { readAll, type Shape } from '../wire/shape.ts'

/** One operation of the wire; its answer goes out as JSON. */
export type Operation = (request: unknown, service: Service) => Promise<object>

/** Checks the request against the shape before anything else is looked at, as the service does. */
export function operation<Request>(
  shape: Shape<Request>,
  run: (request: NonNullable<Request>, service: Service) => object | Promise<object>,
): Operation {
  return async (request, service) => run(readAll(shape, request), service)
}
