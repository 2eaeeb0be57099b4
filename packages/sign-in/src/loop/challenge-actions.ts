import type { Driver } from './drive.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import type { Act } from './screen.ts'

/**
 * The properties of a challenge besides its answer: `expiresAt`, `resend` and `chooseMethod`, if it has
 * them.
 */
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
      // The wait also counts if no answer comes: the message may have been sent.
      () => (pending.resendReadyAt = now + resendCooldownSeconds * 1000),
    )
  }

  return {
    ...(Number.isFinite(expiresAt) && { expiresAt }),
    ...(sendsCode && { resend: Object.assign(resendOnce, { readyAt, count }) }),
    ...(hasOtherMethods && { chooseMethod: () => act(() => chooseMethod(pending)) }),
  }
}
