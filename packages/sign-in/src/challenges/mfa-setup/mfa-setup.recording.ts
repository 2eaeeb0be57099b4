import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'MFA_SETUP',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
    USER_ID_FOR_SRP: 'ana',
  },
  AvailableChallenges: [],
}
