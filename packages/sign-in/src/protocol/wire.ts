// The types of Cognito's requests and responses, with Cognito's names (`docs/cognito.md#wire`). A PascalCase
// property is always one of these. Only protocols, operations, the session and the loop import this file.

/** Either tokens or a challenge. The reader of the operation checks that. */
export interface AuthResponse {
  ChallengeName?: string
  ChallengeParameters: ChallengeParameters
  AvailableChallenges: string[]
  Session?: string
  AuthenticationResult?: AuthenticationResult
}

/** An {@link AuthResponse} that holds a challenge. */
export interface ChallengeResponse extends AuthResponse {
  ChallengeName: string
}

export interface AuthenticationResult {
  AccessToken: string
  IdToken: string
  RefreshToken?: string
  /** Lifetime of the access token and the ID token, in seconds. */
  ExpiresIn: number
  NewDeviceMetadata?: { DeviceKey: string; DeviceGroupKey: string }
}

export type ChallengeParameters = Partial<Record<string, string>>
export type ChallengeResponses = Record<string, string>
