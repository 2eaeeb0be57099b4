import type { ChallengeResponse } from '../../protocol/wire.ts'

/** After the API reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'PASSWORD_SRP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {},
  AvailableChallenges: [],
}
