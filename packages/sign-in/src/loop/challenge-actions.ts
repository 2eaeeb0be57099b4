import type { Driver } from './drive.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import type { Act } from './screen.ts'

/** What can be done with a challenge of the service's besides answering it, as far as it goes here. */
export function challengeActions(
  pending: PendingChallenge,
  act: Act,
  { resend, chooseMethod }: Pick<Driver, 'resend' | 'chooseMethod'>,
  { resendCooldownSeconds }: { resendCooldownSeconds: number },
): object {
  const { expiresAt, sendsCode, hasOtherMethods, resendReadyAt: readyAt, resends: count } = pending

  async function resendOnce() {
    const now = Date.now()
    if (now < pending.resendReadyAt) return
    await act(
      () => resend(pending),
      // Also when no answer comes: the message may be on its way.
      () => (pending.resendReadyAt = now + resendCooldownSeconds * 1000),
    )
  }

  return {
    ...(Number.isFinite(expiresAt) && { expiresAt }),
    ...(sendsCode && { resend: Object.assign(resendOnce, { readyAt, count }) }),
    ...(hasOtherMethods && { chooseMethod: () => act(() => chooseMethod(pending)) }),
  }
}
