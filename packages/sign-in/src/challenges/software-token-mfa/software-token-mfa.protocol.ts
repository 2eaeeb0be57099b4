import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** The user has an authenticator app and types the code it shows. */
export interface SoftwareTokenMfaChallenge {
  name: 'SOFTWARE_TOKEN_MFA'
  /** What the user called the app or phone when setting it up. */
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
  refusals: { InvalidParameterException: 'code-wrong' },
}
