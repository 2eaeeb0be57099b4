import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { requireDevice } from '../require-device.ts'

/** Begins the proof of a remembered device, in place of a second factor. See `docs/cognito.md#device-srp`. */
interface DeviceSrpAuthChallenge {
  name: 'DEVICE_SRP_AUTH'
}

interface DeviceSrpAuthAnswer {
  deviceKey: string
  /** SRP_A: hexadecimal. */
  publicKey: string
}

type DeviceSrpAuth = ChallengeProtocol<DeviceSrpAuthChallenge, DeviceSrpAuthAnswer> & {
  automatic: true
}

export const deviceSrpAuth: DeviceSrpAuth = {
  name: 'DEVICE_SRP_AUTH',
  automatic: true,
  provesDevice: true,
  sessionless: true,
  read: () => ({}),
  async answerItself(_, context) {
    const { key: deviceKey } = requireDevice(context)
    const { publicKey } = await context.srp()
    return { deviceKey, publicKey }
  },
  write: ({ deviceKey, publicKey }) => ({ DEVICE_KEY: deviceKey, SRP_A: publicKey }),
}
