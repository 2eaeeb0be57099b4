import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'SMS_OTP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: '+*******0134',
  },
  AvailableChallenges: ['SMS_OTP'],
}
