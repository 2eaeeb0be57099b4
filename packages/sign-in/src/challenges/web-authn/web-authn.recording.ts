import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From the API Reference. */
export const asked: ChallengeResponse = {
  ChallengeName: 'WEB_AUTHN',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({
      challenge: 'JUnZpRgV1sExampleChallengeOfThirtyTwoBytes0',
      timeout: 180_000,
      rpId: 'auth.example.com',
      allowCredentials: [
        { type: 'public-key', id: 'k1XzExampleCredentialId', transports: ['internal'] },
      ],
      userVerification: 'preferred',
    }),
  },
  AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
}
