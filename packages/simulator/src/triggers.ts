/** The event of a Lambda trigger, as the service sends it. */
export interface TriggerEvent<
  Request = Record<string, unknown>,
  Response = Record<string, unknown>,
> {
  version: string
  triggerSource: string
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string }
  request: { userAttributes: Record<string, string> } & Request
  response: Response
}

/** A function in place of a Lambda. It returns the event with its `response` filled in, or throws to refuse. */
export type Trigger<Request = Record<string, unknown>, Response = Record<string, unknown>> = (
  event: TriggerEvent<Request, Response>,
) => TriggerEvent<Request, Response> | Promise<TriggerEvent<Request, Response>>

/** One past challenge of a CUSTOM_AUTH sign-in, as the triggers see it. */
export interface ChallengeRound {
  challengeName: string
  challengeResult: boolean
  challengeMetadata?: string
}

interface Metadata {
  clientMetadata?: Record<string, string>
}

interface Validation {
  validationData?: Record<string, string>
}

interface HiddenUser {
  userNotFound?: boolean
}

/** The Lambda triggers of a simulator. Each has five seconds of real time to return. */
export interface Triggers {
  defineAuthChallenge?: Trigger<
    Metadata & HiddenUser & { session: ChallengeRound[] },
    { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
  >
  createAuthChallenge?: Trigger<
    Metadata & HiddenUser & { challengeName: string; session: ChallengeRound[] },
    {
      publicChallengeParameters?: Record<string, string>
      privateChallengeParameters?: Record<string, string>
      challengeMetadata?: string
    }
  >
  verifyAuthChallengeResponse?: Trigger<
    Metadata &
      HiddenUser & { privateChallengeParameters: Record<string, string>; challengeAnswer: string },
    { answerCorrect?: boolean }
  >
  preAuthentication?: Trigger<Validation & HiddenUser>
  postAuthentication?: Trigger<Metadata & { newDeviceUsed: boolean }>
  preTokenGeneration?: Trigger<
    Metadata & { groupConfiguration: GroupOverride; scopes?: string[] },
    {
      claimsOverrideDetails?: ClaimsOverride & { groupOverrideDetails?: GroupOverride }
      claimsAndScopeOverrideDetails?: {
        idTokenGeneration?: ClaimsOverride
        accessTokenGeneration?: ClaimsOverride & {
          scopesToAdd?: string[]
          scopesToSuppress?: string[]
        }
        groupOverrideDetails?: GroupOverride
      }
    }
  >
  preSignUp?: Trigger<
    Metadata & Validation,
    { autoConfirmUser?: boolean; autoVerifyEmail?: boolean; autoVerifyPhone?: boolean }
  >
  userMigration?: Trigger<
    Metadata & Validation & { password: string },
    {
      userAttributes?: Record<string, string>
      finalUserStatus?: string
      messageAction?: string
    }
  >
  customMessage?: Trigger<
    Metadata & { codeParameter: string; usernameParameter?: string },
    { smsMessage?: string | null; emailMessage?: string | null; emailSubject?: string | null }
  >
}

/** Changes that preTokenGeneration makes to the claims of a token. */
export interface ClaimsOverride {
  claimsToAddOrOverride?: Record<string, unknown>
  claimsToSuppress?: string[]
}

/** Changes that preTokenGeneration makes to the groups and roles in the tokens. */
export interface GroupOverride {
  groupsToOverride?: string[]
  iamRolesToOverride?: string[]
  preferredRole?: string
}
