import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'PASSWORD_SRP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {},
  AvailableChallenges: [],
}
