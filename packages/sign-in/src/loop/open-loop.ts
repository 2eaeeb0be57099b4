import { createBrowserPasskeys } from '../challenges/web-authn/web-authn.ceremony.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { Transport } from '../protocol/transport.ts'
import type { AuthChallenge } from './auth-challenge.ts'
import {
  type ChallengeLoop,
  type ChallengeLoopOptions,
  createChallengeLoop,
} from './challenge-loop.ts'
import { createDeviceStore } from './device-store.ts'
import type { DeviceStorage } from './records.ts'
import { createUsernameStore, rememberUsername } from './remember-username.ts'
import { createServerClock } from './server-clock.ts'
import type { WritableStore } from './store.ts'

type Made = 'transport' | 'poolName' | 'passkeys' | 'canUsePasskeys' | 'devices' | 'clock'
type WithDefault =
  | 'authSessionValidityMinutes'
  | 'onNotice'
  | 'plainPassword'
  | 'rememberDevice'
  | 'resendCooldownSeconds'

export interface OpenLoopOptions
  extends
    Omit<ChallengeLoopOptions, Made | WithDefault>,
    Partial<Pick<ChallengeLoopOptions, WithDefault>> {
  userPoolId: string
  transport: (onDate: (date: number) => void) => Transport
  deviceStorage?: DeviceStorage
  rememberUsername?: boolean
  passkeys?: Passkeys
}

export interface OpenedLoop extends ChallengeLoop {
  /** Fills in who signed in last, and offers their passkey. Missing where nobody is remembered. */
  remember?: (onOffered: (offered: boolean) => void, signal: AbortSignal) => Promise<void>
}

/** The loop and what it touches the world with: everything that the first screen can do without. */
export function openLoop(
  store: WritableStore<AuthChallenge>,
  {
    userPoolId,
    transport,
    deviceStorage,
    rememberUsername: remembers,
    passkeys,
    onNotice: tell = () => {},
    rememberDevice = 'ask',
    authSessionValidityMinutes = 3,
    resendCooldownSeconds = 30,
    ...options
  }: OpenLoopOptions,
): OpenedLoop {
  const { clientId, flow, plainPassword = flow.plain === true } = options
  const clock = createServerClock()
  const onNotice: typeof tell = (notice) => {
    try {
      tell(notice)
    } catch (cause) {
      // The listener's fault is not the sign-in's.
      console.error(cause)
    }
  }
  const storage = () => deviceStorage ?? globalThis.localStorage
  const kept = { storage, userPoolId, clientId, onNotice }
  const own = passkeys ?? createBrowserPasskeys()
  const usernames = remembers ? createUsernameStore(kept) : undefined
  const loop = createChallengeLoop(store, {
    ...options,
    authSessionValidityMinutes,
    resendCooldownSeconds,
    plainPassword,
    rememberDevice,
    onNotice,
    transport: transport(clock.hear),
    poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
    canUsePasskeys: passkeys !== undefined || 'PublicKeyCredential' in globalThis,
    passkeys: usernames ? rememberUsername(store, usernames, own) : own,
    devices: createDeviceStore(kept),
    clock,
  })
  if (!usernames) return loop
  return {
    ...loop,
    async remember(onOffered, signal) {
      const { username, passkey } = usernames.find() ?? {}
      const { status, username: typed } = store.getState()
      if (!username || signal.aborted || status !== 'idle') return
      if (!typed) store.setState({ status: 'idle', username })
      if (!passkey || options.authFlow !== 'USER_AUTH' || (typed && typed !== username)) return
      const offering = await import('./offer-passkey.ts').catch(() => undefined)
      await offering?.offerPasskey({ store, usernames, username, loop, onOffered, signal })
    },
  }
}
