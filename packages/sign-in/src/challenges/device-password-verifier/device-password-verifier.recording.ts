import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From what open-source clients expect, shortened. */
export const asked: ChallengeResponse = {
  ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    DEVICE_KEY: 'us-west-2_a1b2c3d4-5678-90ab-cdef-1234567890ab',
    SALT: 'eb96c4a1d2b3f4051627384950a1b2c3',
    SECRET_BLOCK: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    SRP_B: 'b39ff004',
    USERNAME: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
  },
  AvailableChallenges: [],
}
