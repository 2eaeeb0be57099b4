import type { ChallengeResponse } from '../../protocol/wire.ts'

/** Made up: a name that no service sends yet. */
export const asked: ChallengeResponse = {
  ChallengeName: 'FACE_SCAN',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: { HINT: 'look up' },
  AvailableChallenges: [],
}
