import type { ServerClock } from '../client/server-clock.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { SignInContext, SignInPolicy } from '../protocol/sign-in-context.ts'
import { type SignInAttempt, srpOf } from './sign-in-attempt.ts'

export interface ContextOptions extends SignInPolicy {
  /** The user pool's id from the `_` on. */
  poolName: string
  passkeys: Passkeys
  clock: ServerClock
}

/** What the steps of this attempt may use. */
export function buildContext(attempt: SignInAttempt, options: ContextOptions): SignInContext {
  const { poolName, plainPassword, canUsePasskeys, passkeys, clock } = options
  const {
    credentials: { password = '' },
    controller: { signal },
    device,
  } = attempt
  const srp = () => srpOf(attempt)
  return {
    poolName,
    plainPassword,
    canUsePasskeys,
    passkeys,
    password,
    device,
    signal,
    now: clock.now,
    srp,
  }
}
