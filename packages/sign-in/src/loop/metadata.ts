import type {
  AnalyticsMetadataType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'

/** Which request is about to go out. */
export interface AuthRequestInfo {
  /** `InitiateAuth` or `RespondToAuthChallenge`. */
  operation: string
  /** The ChallengeName that is being answered. */
  challengeName?: string
}

type PerRequest<Value> = Value | ((request: AuthRequestInfo) => Value | undefined)

/** What is added to every request of a sign-in: given once, or as a function of the request. */
export interface RequestMetadata {
  /** For the pool's triggers. On InitiateAuth it reaches only the pre-sign-up, pre-authentication and migration ones. */
  clientMetadata?: PerRequest<Record<string, string>>
  analyticsMetadata?: PerRequest<AnalyticsMetadataType>
  userContextData?: PerRequest<UserContextDataType>
}

export function metadataFor(
  { clientMetadata, analyticsMetadata, userContextData }: RequestMetadata,
  request: AuthRequestInfo,
): {
  ClientMetadata?: Record<string, string>
  AnalyticsMetadata?: AnalyticsMetadataType
  UserContextData?: UserContextDataType
} {
  const ClientMetadata = resolve(clientMetadata, request)
  const AnalyticsMetadata = resolve(analyticsMetadata, request)
  const UserContextData = resolve(userContextData, request)
  return {
    ...(ClientMetadata && { ClientMetadata }),
    ...(AnalyticsMetadata && { AnalyticsMetadata }),
    ...(UserContextData && { UserContextData }),
  }
}

function resolve<Value>(
  given: PerRequest<Value> | undefined,
  request: AuthRequestInfo,
): Value | undefined {
  return typeof given === 'function'
    ? (given as (request: AuthRequestInfo) => Value | undefined)(request)
    : given
}
