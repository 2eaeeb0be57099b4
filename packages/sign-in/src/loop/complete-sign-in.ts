import { protocolWith } from '../challenges/challenge.ts'
import type { Next } from '../protocol/next.ts'
import type { TokensContext } from '../protocol/tokens-context.ts'

const maxWaitMs = 4000

/**
 * Resolves with what follows the tokens: a step of the kit, or the end of the sign-in. If the step is not
 * ready after `maxWaitMs`, it is left out. See `docs/decisions.md#remember_device-is-a-step-of-the-kit`.
 */
export async function completeSignIn(context: TokensContext): Promise<Next> {
  const protocol = protocolWith('askAfterTokens')
  const asking = protocol?.askAfterTokens?.(context)
  if (!protocol || !asking) return { kind: 'signed-in' }
  const source = await withTimeout(asking)
  return source ? { kind: 'step', name: protocol.name, source } : { kind: 'signed-in' }
}

async function withTimeout<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, maxWaitMs, undefined)
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}
