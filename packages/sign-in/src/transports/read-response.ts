import { badAnswer, matching, type Values, values } from '../protocol/read-values.ts'
import type {
  AuthenticationResult,
  AuthResponse,
  ChallengeParameters,
  Operation,
  Responses,
} from '../protocol/wire.ts'

/**
 * The edge: an answer is believed only in the shape it must have, and nothing but what is known is
 * taken over from it. The SDK checks none of this. Throws `AuthError('bad-answer')`.
 */
export function readResponse<Name extends Operation>(
  operation: Name,
  answer: unknown,
): Responses[Name] {
  const read: (from: Values) => Responses[Name] = readers[operation]
  return read(values(answer))
}

const readers: { [Name in Operation]: (from: Values) => Responses[Name] } = {
  InitiateAuth: readAuth,
  RespondToAuthChallenge: readAuth,
  AssociateSoftwareToken: (from) => ({
    // Sixteen at least in the model; one emulator has twelve.
    SecretCode: matching(from['SecretCode'], /^[A-Za-z0-9]{8,256}$/),
    ...readSession(from),
  }),
  VerifySoftwareToken: (from) => ({ Status: text(from['Status']), ...readSession(from) }),
  // Asking once too often is the smaller mistake.
  ConfirmDevice: (from) => ({
    UserConfirmationNecessary: from['UserConfirmationNecessary'] !== false,
  }),
  UpdateDeviceStatus: () => ({}),
  StartWebAuthnRegistration: (from) => ({
    CredentialCreationOptions: values(from['CredentialCreationOptions']),
  }),
  CompleteWebAuthnRegistration: () => ({}),
  RevokeToken: () => ({}),
}

function readAuth(from: Values): AuthResponse {
  const tokens = from['AuthenticationResult'] ?? undefined
  const name = from['ChallengeName'] ?? undefined
  if ((tokens === undefined) === (name === undefined)) throw badAnswer()

  return {
    ...(name !== undefined && { ChallengeName: text(name) }),
    ...(tokens !== undefined && { AuthenticationResult: readTokens(values(tokens)) }),
    ...readSession(from),
    ChallengeParameters: readParameters(from['ChallengeParameters']),
    AvailableChallenges: strings(from['AvailableChallenges']),
  }
}

function readTokens(from: Values): AuthenticationResult {
  const { ExpiresIn: seconds, RefreshToken } = from
  // A device that cannot be confirmed is none: no sign-in fails because of it.
  const { DeviceKey, DeviceGroupKey } = readParameters({ ...(from['NewDeviceMetadata'] as Values) })
  return {
    AccessToken: text(from['AccessToken']),
    IdToken: text(from['IdToken']),
    ...(RefreshToken != null && { RefreshToken: text(RefreshToken) }),
    // Between a minute and a day, whatever is said.
    ExpiresIn: Math.min(Math.max(Number(seconds) || 3600, 60), 86_400),
    ...(DeviceKey && DeviceGroupKey && { NewDeviceMetadata: { DeviceKey, DeviceGroupKey } }),
  }
}

// 2,048 in the model, 4,096 in the newest reference; the relay's sealed ones lie between.
function readSession(from: Values): { Session?: string } {
  return from['Session'] == null ? {} : { Session: matching(from['Session'], /^[^]{20,4096}$/) }
}

function readParameters(from: unknown): ChallengeParameters {
  const parameters: ChallengeParameters = Object.create(null)
  if (from == null) return parameters
  for (const [key, value] of Object.entries(values(from))) {
    if (key === '__proto__') continue
    if (typeof value === 'string') parameters[key] = value
    // The service sends lists as JSON inside a string; some emulators send the list.
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
