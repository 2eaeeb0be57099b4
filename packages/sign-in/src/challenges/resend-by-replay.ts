import type { ChallengeProtocol } from '../protocol/challenge-protocol.ts'

type Resend = NonNullable<ChallengeProtocol<{ name: string }, unknown>['resend']>

/** The service cannot send a code again: the sign-in starts again, and comes back to this step. */
export const resendByReplay: Resend = ({ replay }) => replay()
