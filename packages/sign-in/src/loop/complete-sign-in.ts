import { protocolWith } from '../challenges/challenge.ts'
import type { Next } from '../protocol/next.ts'
import type { TokensContext } from '../protocol/tokens-context.ts'

const patienceMs = 4000

/**
 * What comes once the tokens are here: one more step of the kit's own, or the session. A question is worth
 * waiting for, but not for long.
 */
export async function completeSignIn(context: TokensContext): Promise<Next> {
  const protocol = protocolWith('askAfterTokens')
  const question = protocol?.askAfterTokens?.(context)
  if (!protocol || !question) return { kind: 'signed-in' }
  const source = await withinPatience(question)
  return source ? { kind: 'step', name: protocol.name, source } : { kind: 'signed-in' }
}

async function withinPatience<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}
