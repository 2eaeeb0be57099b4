import type { ChallengeResponse } from '../../protocol/wire.ts'

/** After the API reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'ADMIN_NO_SRP_AUTH',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {},
  AvailableChallenges: [],
}
