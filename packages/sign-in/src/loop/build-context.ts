import type { ServerClock } from '../client/server-clock.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { SignInContext, SignInPolicy } from '../protocol/sign-in-context.ts'
import { type SignInAttempt, srpOf } from './sign-in-attempt.ts'

export interface ContextOptions extends SignInPolicy {
  /** The part of the user pool id after `_`. */
  poolName: string
  passkeys: Passkeys
  clock: ServerClock
}

/** Makes the context for the steps of this attempt. */
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
