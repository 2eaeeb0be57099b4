// Cognito's own words, letter for letter. Only `*.protocol.ts`, operations, the session and the loop read
// this file; everything past them speaks ours. A PascalCase property means: still on the wire.

/** Tokens or a challenge, never both and never neither: the operation's reader has seen to it. */
export interface AuthResponse {
  ChallengeName?: string
  ChallengeParameters: ChallengeParameters
  AvailableChallenges: string[]
  Session?: string
  AuthenticationResult?: AuthenticationResult
}

/** An {@link AuthResponse} with a challenge. */
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
