import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'SELECT_MFA_TYPE',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
    USER_ID_FOR_SRP: 'ana',
  },
  AvailableChallenges: [],
}
