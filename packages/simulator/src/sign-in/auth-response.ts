/** The answer to InitiateAuth, RespondToAuthChallenge and their admin twins. */
export interface AuthResponse {
  ChallengeName?: string
  Session?: string
  AvailableChallenges?: string[]
  ChallengeParameters: Record<string, string>
  AuthenticationResult?: AuthenticationResult
}

export interface AuthenticationResult {
  AccessToken: string
  /** Seconds. */
  ExpiresIn: number
  IdToken: string
  NewDeviceMetadata?: { DeviceKey: string; DeviceGroupKey: string }
  RefreshToken?: string
  TokenType: 'Bearer'
}
