import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'ADMIN_NO_SRP_AUTH',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {},
  AvailableChallenges: [],
}
