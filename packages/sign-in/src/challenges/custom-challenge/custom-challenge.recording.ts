import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the Developer Guide. */
export const asked: ChallengeResponse = {
  ChallengeName: 'CUSTOM_CHALLENGE',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: { USERNAME: 'ana', question: 'What was the name of your first pet?' },
  AvailableChallenges: [],
}
