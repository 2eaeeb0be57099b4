import { createBrowserPasskeys } from '../challenges/web-authn/web-authn.ceremony.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { Transport } from '../protocol/transport.ts'
import type { AuthChallenge } from './auth-challenge.ts'
import {
  type ChallengeLoop,
  type ChallengeLoopOptions,
  createChallengeLoop,
} from './challenge-loop.ts'
import { createDeviceStore, type DeviceStorage } from './device-store.ts'
import { createServerClock } from './server-clock.ts'
import type { WritableStore } from './store.ts'

export interface OpenLoopOptions extends Omit<
  ChallengeLoopOptions,
  'transport' | 'poolName' | 'passkeys' | 'canUsePasskeys' | 'devices' | 'clock'
> {
  userPoolId: string
  transport: (onDate: (date: number) => void) => Transport
  deviceStorage: DeviceStorage | undefined
  passkeys: Passkeys | undefined
}

/** The loop and what it touches the world with: everything that the first screen can do without. */
export function openLoop(
  store: WritableStore<AuthChallenge>,
  { userPoolId, transport, deviceStorage, passkeys, ...options }: OpenLoopOptions,
): ChallengeLoop {
  const { clientId } = options
  const clock = createServerClock()
  const onNotice: typeof options.onNotice = (notice) => {
    try {
      options.onNotice(notice)
    } catch (cause) {
      // The listener's fault is not the sign-in's.
      console.error(cause)
    }
  }
  const storage = () => deviceStorage ?? globalThis.localStorage
  return createChallengeLoop(store, {
    ...options,
    onNotice,
    transport: transport(clock.hear),
    poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
    canUsePasskeys: passkeys !== undefined || 'PublicKeyCredential' in globalThis,
    passkeys: passkeys ?? createBrowserPasskeys(),
    devices: createDeviceStore({ storage, userPoolId, clientId, onNotice }),
    clock,
  })
}
