import type { ChallengeResponse } from '../../protocol/wire.ts'

/** After a capture with the AWS CLI, with more attributes asked for. */
export const asked: ChallengeResponse = {
  ChallengeName: 'NEW_PASSWORD_REQUIRED',
  Session: 'AYABeExample-Session-of-a-recorded-challenge',
  ChallengeParameters: {
    USER_ID_FOR_SRP: 'ana',
    requiredAttributes: '["userAttributes.name","userAttributes.birthdate","userAttributes.email"]',
    userAttributes: '{"email_verified":"true","email":"ana@example.com"}',
  },
  AvailableChallenges: [],
}
