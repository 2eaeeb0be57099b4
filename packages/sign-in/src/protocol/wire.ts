import type {
  AssociateSoftwareTokenRequest,
  CompleteWebAuthnRegistrationRequest,
  ConfirmDeviceRequest,
  InitiateAuthRequest,
  RespondToAuthChallengeRequest,
  RevokeTokenRequest,
  StartWebAuthnRegistrationRequest,
  UpdateDeviceStatusRequest,
  VerifySoftwareTokenRequest,
} from '@aws-sdk/client-cognito-identity-provider'

/**
 * Cognito's own words, letter for letter. Only `*.protocol.ts`, the loop and the transports read
 * this file; everything past them speaks ours. A PascalCase property means: still on the wire.
 */
export interface Requests {
  InitiateAuth: InitiateAuthRequest
  /** ChallengeName is an open set here: tomorrow's can be answered too. */
  RespondToAuthChallenge: Omit<RespondToAuthChallengeRequest, 'ChallengeName'> & {
    ChallengeName: string
  }
  AssociateSoftwareToken: AssociateSoftwareTokenRequest
  VerifySoftwareToken: VerifySoftwareTokenRequest
  ConfirmDevice: ConfirmDeviceRequest
  UpdateDeviceStatus: UpdateDeviceStatusRequest
  StartWebAuthnRegistration: StartWebAuthnRegistrationRequest
  CompleteWebAuthnRegistration: CompleteWebAuthnRegistrationRequest
  RevokeToken: RevokeTokenRequest
}

export interface Responses {
  InitiateAuth: AuthResponse
  RespondToAuthChallenge: AuthResponse
  AssociateSoftwareToken: { SecretCode: string; Session?: string }
  VerifySoftwareToken: { Status: string; Session?: string }
  /** Whether the user must agree before the device is remembered. */
  ConfirmDevice: { UserConfirmationNecessary: boolean }
  UpdateDeviceStatus: object
  /** A JSON object, unlike CREDENTIAL_REQUEST_OPTIONS. */
  StartWebAuthnRegistration: { CredentialCreationOptions: Readonly<Record<string, unknown>> }
  CompleteWebAuthnRegistration: object
  RevokeToken: object
}

export type Operation = keyof Requests

/** Either tokens or an ask, never both and never neither: `readResponse` has seen to it. */
export interface AuthResponse {
  ChallengeName?: string
  ChallengeParameters: ChallengeParameters
  AvailableChallenges: string[]
  Session?: string
  AuthenticationResult?: AuthenticationResult
}

/** An {@link AuthResponse} that asks for something. */
export interface ChallengeResponse extends AuthResponse {
  ChallengeName: string
}

export interface AuthenticationResult {
  AccessToken: string
  IdToken: string
  RefreshToken?: string
  /** Seconds. */
  ExpiresIn: number
  NewDeviceMetadata?: { DeviceKey: string; DeviceGroupKey: string }
}

export type ChallengeParameters = Partial<Record<string, string>>
export type ChallengeResponses = Record<string, string>
