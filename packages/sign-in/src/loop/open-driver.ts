import { createBrowserPasskeys } from '../challenges/browser-passkeys.ts'
import { createClient } from '../client/create-client.ts'
import type { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { RememberDevice } from '../protocol/remembered-device.ts'
import type { Transport } from '../protocol/transport.ts'
import { createDeviceStore } from '../session/device-store.ts'
import type { DeviceStorage } from '../session/records.ts'
import { challengeActions } from './challenge-actions.ts'
import { createDriver, type Driver, type DriverOptions } from './drive.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import { createUsernameStore, rememberUsername } from './remember-username.ts'
import type { Act } from './screen.ts'

type Given =
  | 'authFlow'
  | 'clientId'
  | 'flow'
  | 'screen'
  | 'onSignedIn'
  | 'onFailed'
  | 'onSessionEnd'
type Metadata = 'analyticsMetadata' | 'clientMetadata' | 'repeats' | 'userContextData'

export interface OpenDriverOptions extends Pick<DriverOptions, Given | Metadata> {
  userPoolId: string
  /** Makes the transport. It calls `onDate` with the `Date` header of each answer. */
  transport: (onDate: (date: number) => void) => Transport
  authSessionValidityMinutes?: number
  deviceStorage?: DeviceStorage
  passkeys?: Passkeys
  plainPassword?: boolean
  resendCooldownSeconds?: number
  rememberDevice?: RememberDevice
  rememberUsername?: boolean
  onNotice?: (notice: AuthError) => void
}

export interface OpenedDriver extends Driver {
  /** The properties of a challenge besides its answer. */
  actionsOf: (pending: PendingChallenge, act: Act) => object
  /** Fills in the username of the last sign-in and starts passkey autofill. */
  autofill: (signal: AbortSignal) => Promise<void>
}

/**
 * Makes the driver with client, stores and passkeys. The first screen does not need them, so this is a
 * chunk.
 */
export function openDriver({
  userPoolId,
  transport,
  authSessionValidityMinutes = 3,
  deviceStorage,
  passkeys: appPasskeys,
  resendCooldownSeconds = 30,
  rememberDevice = 'ask',
  rememberUsername: remembersUsername = false,
  onNotice: tellApp = () => {},
  ...options
}: OpenDriverOptions): OpenedDriver {
  const { clientId, flow, screen, plainPassword = flow.plain === true } = options
  const { call, clock, report } = createClient(transport)
  const records = {
    storage: () => deviceStorage ?? globalThis.localStorage,
    userPoolId,
    clientId,
    onNotice,
  }
  const passkeys = appPasskeys ?? createBrowserPasskeys()
  const usernames = createUsernameStore(records)
  const memory = remembersUsername ? rememberUsername(usernames, passkeys) : undefined
  const driver = createDriver({
    ...options,
    authSessionValidityMinutes,
    call,
    canUsePasskeys: appPasskeys !== undefined || 'PublicKeyCredential' in globalThis,
    clock,
    devices: createDeviceStore(records),
    onNotice,
    passkeys: memory?.passkeys ?? passkeys,
    plainPassword,
    poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
    rememberDevice,
    report,
    onSignedIn(session, username) {
      options.onSignedIn(session, username)
      memory?.onSignedIn(username)
    },
    onFailed(...failure) {
      memory?.forgetUse()
      options.onFailed(...failure)
    },
  })

  function onNotice(notice: AuthError) {
    try {
      tellApp(notice)
    } catch (cause) {
      // An error of the app's listener does not stop the sign-in.
      console.error(cause)
    }
  }

  async function autofill(signal: AbortSignal) {
    const { username, passkey } = usernames.find() ?? {}
    const { pending, phase } = screen
    if (!username || signal.aborted || !pending?.startsSignIn || phase !== 'asked') return
    const { username: typed } = pending
    if (!typed) screen.update(pending, { username })
    if (!passkey || options.authFlow !== 'USER_AUTH' || (typed && typed !== username)) return
    const chunk = await import('./passkey-autofill.ts').catch(() => undefined)
    await chunk?.startPasskeyAutofill({
      driver,
      passkeys: memory?.passkeys ?? passkeys,
      usernames,
      username,
      onSuggest: (asksPasskey) => {
        const { pending: shown } = screen
        if (shown?.startsSignIn)
          screen.update(shown, { challenge: { ...shown.challenge, asksPasskey } })
      },
      signal,
    })
  }

  function abandon() {
    memory?.forgetUse()
    driver.abandon()
  }

  return {
    ...driver,
    abandon,
    autofill,
    actionsOf: (pending, act) => challengeActions(pending, act, driver, { resendCooldownSeconds }),
  }
}
