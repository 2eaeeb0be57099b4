import type { AuthRequest, InitiateAuthRequest } from '../sign-in/auth-request.ts'
import { analyticsMetadata, clientId, clientMetadata } from '../wire/fields.ts'
import { map, required, type Shape, text } from '../wire/shape.ts'

/** The members that InitiateAuth and AdminInitiateAuth share. */
export interface InitiateAuthFields {
  AnalyticsMetadata: unknown
  AuthFlow: string
  AuthParameters: Record<string, string> | undefined
  ClientId: string
  ClientMetadata: Record<string, string> | undefined
}

export const initiateAuthFields: {
  [Name in keyof InitiateAuthFields]: Shape<InitiateAuthFields[Name]>
} = {
  AnalyticsMetadata: analyticsMetadata,
  AuthFlow: required(
    text({
      // All values of the service's enum. A client may still not permit the flow.
      values: [
        'USER_SRP_AUTH',
        'REFRESH_TOKEN_AUTH',
        'REFRESH_TOKEN',
        'CUSTOM_AUTH',
        'ADMIN_NO_SRP_AUTH',
        'USER_PASSWORD_AUTH',
        'ADMIN_USER_PASSWORD_AUTH',
        'USER_AUTH',
      ],
    }),
  ),
  AuthParameters: map(),
  ClientId: required(clientId),
  ClientMetadata: clientMetadata,
}

export function readInitiateAuth(
  request: AuthRequest,
  { AuthFlow, AuthParameters = {} }: InitiateAuthFields,
): InitiateAuthRequest {
  return { ...request, flow: AuthFlow, parameters: AuthParameters }
}
