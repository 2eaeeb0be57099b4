import { badAnswer, matching, type Values, values } from '../protocol/read-values.ts'
import type { AuthenticationResult, AuthResponse, ChallengeParameters } from '../protocol/wire.ts'
import { readSession } from './read-session.ts'

/**
 * Reads tokens or a challenge. Throws `AuthError('bad-answer')` for both or neither. See
 * `docs/cognito.md#wire`.
 */
export function readAuthResponse(answer: Values): AuthResponse {
  const tokens = answer['AuthenticationResult'] ?? undefined
  const name = answer['ChallengeName'] ?? undefined
  if ((tokens === undefined) === (name === undefined)) throw badAnswer()

  return {
    ...(name !== undefined && { ChallengeName: text(name) }),
    ...(tokens !== undefined && { AuthenticationResult: readTokens(values(tokens)) }),
    ...readSession(answer),
    ChallengeParameters: readParameters(answer['ChallengeParameters']),
    AvailableChallenges: strings(answer['AvailableChallenges']),
  }
}

function readTokens(result: Values): AuthenticationResult {
  const { ExpiresIn: seconds, RefreshToken } = result
  // An incomplete device is dropped, so that the sign-in does not fail.
  const device = readParameters({ ...(result['NewDeviceMetadata'] as Values) })
  const { DeviceKey, DeviceGroupKey } = device
  return {
    AccessToken: text(result['AccessToken']),
    IdToken: text(result['IdToken']),
    ...(RefreshToken != null && { RefreshToken: text(RefreshToken) }),
    // From a minute to a day: an access token cannot live longer (`docs/cognito.md#tokens`).
    ExpiresIn: Math.min(Math.max(Number(seconds) || 3600, 60), 86_400),
    ...(DeviceKey && DeviceGroupKey && { NewDeviceMetadata: { DeviceKey, DeviceGroupKey } }),
  }
}

function readParameters(from: unknown): ChallengeParameters {
  const parameters: ChallengeParameters = Object.create(null)
  if (from == null) return parameters
  for (const [key, value] of Object.entries(values(from))) {
    if (key === '__proto__') continue
    if (typeof value === 'string') parameters[key] = value
    // The service sends lists as JSON in a string; some emulators send the list (`docs/cognito.md#wire`).
    else if (Array.isArray(value)) parameters[key] = JSON.stringify(strings(value))
  }
  return parameters
}

function text(from: unknown): string {
  return matching(from, /[^]/)
}

function strings(from: unknown): string[] {
  return Array.isArray(from) ? from.filter((item) => typeof item === 'string') : []
}
