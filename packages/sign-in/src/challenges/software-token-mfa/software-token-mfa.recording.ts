import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'SOFTWARE_TOKEN_MFA',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: { USER_ID_FOR_SRP: 'ana', FRIENDLY_DEVICE_NAME: 'Pixel' },
  AvailableChallenges: [],
}
