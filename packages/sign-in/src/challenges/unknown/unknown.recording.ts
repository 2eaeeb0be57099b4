import type { ChallengeResponse } from '../../protocol/wire.ts'

/** Invented: the service does not send this name. */
export const asked: ChallengeResponse = {
  ChallengeName: 'FACE_SCAN',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: { HINT: 'look up' },
  AvailableChallenges: [],
}
