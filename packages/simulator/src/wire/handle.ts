import type { OperationContext } from '../operations/operation.ts'
import { operations } from '../operations/operations.ts'
import type { Service } from '../service.ts'
import type { Endpoint } from './endpoint.ts'
import { runFault } from './faults.ts'
import { parseBody, readCall, unknownOperation } from './read-call.ts'
import { toErrorResponse, toResponse } from './response.ts'

/** Answers one service call, or fails as planned. */
export async function handle(
  request: Request,
  { service, faults, recordRequest }: Endpoint,
): Promise<Response> {
  const now = () => service.clock.now()
  let call
  try {
    call = await readCall(request)
  } catch (reason) {
    return toErrorResponse(reason, now())
  }
  const { operation, body, region } = call
  recordRequest(operation)
  const fault = faults.takeNext(operation)
  const answer = () => run(operation, body, service, { region })
  return fault ? runFault(fault, answer, now()) : answer()
}

async function run(
  name: string,
  body: string,
  service: Service,
  context: OperationContext,
): Promise<Response> {
  try {
    const operation = operations.get(name)
    if (!operation) throw unknownOperation()
    return toResponse(await operation(parseBody(body), service, context), service.clock.now())
  } catch (reason) {
    return toErrorResponse(reason, service.clock.now())
  }
}
