import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'EMAIL_OTP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: 'a***@e***',
    USER_ID_FOR_SRP: 'ana',
  },
  AvailableChallenges: [],
}
