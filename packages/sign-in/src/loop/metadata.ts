import type {
  AnalyticsMetadataType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'

/** Which request is about to go out. */
export interface AuthRequestInfo {
  operation: 'InitiateAuth' | 'RespondToAuthChallenge'
  /** The ChallengeName that is being answered. */
  challengeName?: string
}

type PerStep<Value> = Value | ((step: AuthRequestInfo) => Value | undefined)

/** What rides along with every request, given once or worked out for each step. */
export interface RequestMetadata {
  /** For the pool's triggers. On InitiateAuth it reaches only the pre-sign-up, pre-authentication and migration ones. */
  clientMetadata?: PerStep<Record<string, string>>
  analyticsMetadata?: PerStep<AnalyticsMetadataType>
  userContextData?: PerStep<UserContextDataType>
}

export function metadataFor(
  { clientMetadata, analyticsMetadata, userContextData }: RequestMetadata,
  step: AuthRequestInfo,
): {
  ClientMetadata?: Record<string, string>
  AnalyticsMetadata?: AnalyticsMetadataType
  UserContextData?: UserContextDataType
} {
  const ClientMetadata = resolve(clientMetadata, step)
  const AnalyticsMetadata = resolve(analyticsMetadata, step)
  const UserContextData = resolve(userContextData, step)
  return {
    ...(ClientMetadata && { ClientMetadata }),
    ...(AnalyticsMetadata && { AnalyticsMetadata }),
    ...(UserContextData && { UserContextData }),
  }
}

function resolve<Value>(
  given: PerStep<Value> | undefined,
  step: AuthRequestInfo,
): Value | undefined {
  return typeof given === 'function'
    ? (given as (step: AuthRequestInfo) => Value | undefined)(step)
    : given
}
