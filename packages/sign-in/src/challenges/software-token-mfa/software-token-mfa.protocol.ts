import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** Asks for the code of an authenticator app. See `docs/cognito.md#software-token-mfa`. */
export interface SoftwareTokenMfaChallenge {
  name: 'SOFTWARE_TOKEN_MFA'
  /** The name that the user gave the authenticator at its set-up. */
  deviceName: string | undefined
}

export interface SoftwareTokenMfaAnswer {
  code: string
}

export const softwareTokenMfa: ChallengeProtocol<
  SoftwareTokenMfaChallenge,
  SoftwareTokenMfaAnswer
> = {
  name: 'SOFTWARE_TOKEN_MFA',
  read: ({ ChallengeParameters }) => ({
    deviceName: ChallengeParameters['FRIENDLY_DEVICE_NAME'] || undefined,
  }),
  write: ({ code }) => ({ SOFTWARE_TOKEN_MFA_CODE: code }),
  // A code of a wrong form: `docs/cognito.md#invalid-parameter-exception`.
  refusals: { InvalidParameterException: 'code-wrong' },
}
