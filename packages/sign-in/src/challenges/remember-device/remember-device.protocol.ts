import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** The kit's own question, under a name that is not Cognito's: the tokens are here by then. */
export interface RememberDeviceChallenge {
  name: 'REMEMBER_DEVICE'
}

export interface RememberDeviceAnswer {
  remember: boolean
}

export const rememberDevice: ChallengeProtocol<RememberDeviceChallenge, RememberDeviceAnswer> = {
  name: 'REMEMBER_DEVICE',
  sessionless: true,
  read: () => ({}),
  // For UpdateDeviceStatus, and only for a yes.
  write: ({ remember }) => ({ DeviceRememberedStatus: remember ? 'remembered' : 'not_remembered' }),
}
