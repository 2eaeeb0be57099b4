import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'SELECT_CHALLENGE',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {},
  AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
}
