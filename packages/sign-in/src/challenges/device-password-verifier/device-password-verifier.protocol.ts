import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import {
  claimWith,
  type Handshake,
  type PasswordClaim,
  readHandshake,
  writeClaim,
} from '../password-claim.ts'
import { remembered } from '../remembered.ts'

/** Cognito asks for a proof that the device's secret is known. */
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
  async answerItself(handshake, held) {
    const { key, groupKey: group, secret } = remembered(held)
    const claim = await claimWith(handshake, { group, identity: key, secret }, held)
    return { ...claim, deviceKey: key }
  },
  write: ({ deviceKey, ...claim }) => ({ ...writeClaim(claim), DEVICE_KEY: deviceKey }),
}
