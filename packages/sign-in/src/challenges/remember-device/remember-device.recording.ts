import type { ChallengeResponse } from '../../protocol/wire.ts'

/** Made up: the loop asks this, and no service does. */
export const asked: ChallengeResponse = {
  ChallengeName: 'REMEMBER_DEVICE',
  ChallengeParameters: {},
  AvailableChallenges: [],
}
