import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference, shortened. */
export const asked: ChallengeResponse = {
  ChallengeName: 'PASSWORD_VERIFIER',
  ChallengeParameters: {
    SALT: '79b00c90ebb6221ab4cad530f41441ed',
    SECRET_BLOCK: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    SRP_B: 'b39ff004',
    USERNAME: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
    USER_ID_FOR_SRP: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
  },
  AvailableChallenges: [],
}
