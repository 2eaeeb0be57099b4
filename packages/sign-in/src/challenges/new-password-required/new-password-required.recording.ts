import type { ChallengeResponse } from '../../protocol/wire.ts'

/** From an answer to the AWS CLI, with more required attributes. */
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
