import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import {
  claimWith,
  type Handshake,
  type PasswordClaim,
  readHandshake,
  writeClaim,
} from '../password-claim.ts'
import { requireDevice } from '../require-device.ts'

/** Asks for a proof of the secret of the device. See `docs/cognito.md#device-srp`. */
interface DevicePasswordVerifierChallenge extends Handshake {
  name: 'DEVICE_PASSWORD_VERIFIER'
}

interface DevicePasswordVerifierAnswer extends PasswordClaim {
  deviceKey: string
}

type DevicePasswordVerifier = ChallengeProtocol<
  DevicePasswordVerifierChallenge,
  DevicePasswordVerifierAnswer
> & { automatic: true }

export const devicePasswordVerifier: DevicePasswordVerifier = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  automatic: true,
  provesDevice: true,
  sessionless: true,
  timestamped: true,
  read: ({ ChallengeParameters }) => readHandshake(ChallengeParameters),
  async answerItself(handshake, context) {
    const { key, groupKey: group, secret } = requireDevice(context)
    const claim = await claimWith(handshake, { group, identity: key, secret }, context)
    return { ...claim, deviceKey: key }
  },
  write: ({ deviceKey, ...claim }) => ({ ...writeClaim(claim), DEVICE_KEY: deviceKey }),
}
