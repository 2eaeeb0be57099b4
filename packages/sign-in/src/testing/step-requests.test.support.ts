import { vi } from 'vitest'
import type { Next } from '../protocol/next.ts'
import type { Operation } from '../protocol/operation.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { StepRequests } from '../protocol/step-requests.ts'

/** `StepRequests` with fixed outputs by operation. `respond` returns the responses that it got. */
export function stepRequests<Challenge, Source>(
  challenge: Challenge,
  {
    context = {},
    source,
    outputs = {},
  }: { context?: object; source?: Source; outputs?: Record<string, object> } = {},
) {
  const respond = vi.fn(async (responses: Record<string, string>): Promise<Next> => {
    return { kind: 'stay', found: responses }
  })
  const call = vi.fn(async ({ name }: Operation<never, unknown>) => outputs[name])
  const requests = { challenge, source, context: context as SignInContext, respond, call }
  return requests as typeof requests & StepRequests<Challenge, Source>
}
