import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { remembered } from '../remembered.ts'

/** Cognito knows this browser, and lets it prove so in place of a second factor. */
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
  async answerItself(_, held) {
    const { key: deviceKey } = remembered(held)
    const { publicKey } = await held.srp()
    return { deviceKey, publicKey }
  },
  write: ({ deviceKey, publicKey }) => ({ DEVICE_KEY: deviceKey, SRP_A: publicKey }),
}
