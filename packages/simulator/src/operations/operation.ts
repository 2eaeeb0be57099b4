import type { Service } from '../service.ts'
import { readAll, type Shape } from '../wire/shape.ts'

export interface OperationContext {
  /** The region that the request was signed for. */
  region: string
}

/** One operation of the service. The returned object is the body of the response. */
export type Operation = (
  request: unknown,
  service: Service,
  caller: OperationContext,
) => Promise<object>

/** Validates the request against the shape before anything else, as the service does. */
export function operation<Request>(
  shape: Shape<Request>,
  run: (
    request: NonNullable<Request>,
    service: Service,
    caller: OperationContext,
  ) => object | Promise<object>,
): Operation {
  return async (request, service, caller) => run(readAll(shape, request), service, caller)
}
