import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From what open-source clients expect. The parameters are often empty. */
export const asked: ChallengeResponse = {
  ChallengeName: 'DEVICE_SRP_AUTH',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: { USERNAME: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a' },
  AvailableChallenges: [],
}
