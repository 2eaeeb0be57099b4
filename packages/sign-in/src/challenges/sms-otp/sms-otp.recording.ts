import type { ChallengeResponse } from '../../protocol/wire.ts'

/** After the API reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'SMS_OTP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: '+*******0134',
  },
  AvailableChallenges: ['SMS_OTP'],
}
