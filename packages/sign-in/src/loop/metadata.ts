import type {
  AnalyticsMetadataType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'

/** The request that gets the metadata. */
export interface AuthRequestInfo {
  /** `InitiateAuth` or `RespondToAuthChallenge`. */
  operation: string
  /** The ChallengeName that is being answered. */
  challengeName?: string
}

type PerRequest<Value> = Value | ((request: AuthRequestInfo) => Value | undefined)

/** Members that are added to every request of a sign-in: a value, or a function of the request. */
export interface RequestMetadata {
  /**
   * `ClientMetadata` for the triggers. The service does not store it. See
   * `docs/cognito.md#client-metadata`.
   */
  clientMetadata?: PerRequest<Record<string, string>>
  /** `AnalyticsMetadata` for Amazon Pinpoint. */
  analyticsMetadata?: PerRequest<AnalyticsMetadataType>
  /** `UserContextData` for threat protection. */
  userContextData?: PerRequest<UserContextDataType>
}

/** The members that go with this request. */
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
  value: PerRequest<Value> | undefined,
  request: AuthRequestInfo,
): Value | undefined {
  return typeof value === 'function'
    ? (value as (request: AuthRequestInfo) => Value | undefined)(request)
    : value
}
