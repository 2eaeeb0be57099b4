import type { AuthRequest, ChallengeAnswer } from '../sign-in/auth-request.ts'
import { analyticsMetadata, clientId, clientMetadata } from '../wire/fields.ts'
import { map, required, type Shape, text } from '../wire/shape.ts'

/** The members that RespondToAuthChallenge and AdminRespondToAuthChallenge share. */
export interface ChallengeAnswerFields {
  AnalyticsMetadata: unknown
  ChallengeName: string
  ChallengeResponses: Record<string, string> | undefined
  ClientId: string
  ClientMetadata: Record<string, string> | undefined
}

export const challengeAnswerFields: {
  [Name in keyof ChallengeAnswerFields]: Shape<ChallengeAnswerFields[Name]>
} = {
  AnalyticsMetadata: analyticsMetadata,
  ChallengeName: required(
    text({
      values: [
        'SMS_MFA',
        'EMAIL_OTP',
        'SOFTWARE_TOKEN_MFA',
        'SELECT_MFA_TYPE',
        'MFA_SETUP',
        'PASSWORD_VERIFIER',
        'CUSTOM_CHALLENGE',
        'SELECT_CHALLENGE',
        'DEVICE_SRP_AUTH',
        'DEVICE_PASSWORD_VERIFIER',
        'ADMIN_NO_SRP_AUTH',
        'NEW_PASSWORD_REQUIRED',
        'SMS_OTP',
        'PASSWORD',
        'WEB_AUTHN',
        'PASSWORD_SRP',
      ],
    }),
  ),
  ChallengeResponses: map(),
  ClientId: required(clientId),
  ClientMetadata: clientMetadata,
}

export function readChallengeAnswer(
  request: AuthRequest,
  { ChallengeName, ChallengeResponses = {} }: ChallengeAnswerFields,
): ChallengeAnswer {
  return { ...request, challengeName: ChallengeName, responses: ChallengeResponses }
}
