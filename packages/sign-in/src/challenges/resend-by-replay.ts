import type { ChallengeProtocol } from '../protocol/challenge-protocol.ts'

type Resend = NonNullable<ChallengeProtocol<{ name: string }, unknown>['resend']>

/** Starts the sign-in again up to this step: the service cannot send a code again (`docs/cognito.md#codes`). */
export const resendByReplay: Resend = ({ replay }) => replay()
