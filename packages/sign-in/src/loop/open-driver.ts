import { createBrowserPasskeys } from '../challenges/browser-passkeys.ts'
import type { Client } from '../client/create-client.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { RememberDevice } from '../protocol/remembered-device.ts'
import { createDeviceStore } from '../session/device-store.ts'
import type { DeviceStorage } from '../session/records.ts'
import { type RegisterPasskey, registerPasskey } from '../session/register-passkey.ts'
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
  | 'sessions'
  | 'onNotice'
  | 'onSignedIn'
  | 'onFailed'
type Metadata = 'analyticsMetadata' | 'clientMetadata' | 'repeats' | 'userContextData'

export interface OpenDriverOptions extends Pick<DriverOptions, Given | Metadata> {
  userPoolId: string
  client: Client
  authSessionValidityMinutes?: number
  deviceStorage?: DeviceStorage
  passkeys?: Passkeys
  plainPassword?: boolean
  resendCooldownSeconds?: number
  rememberDevice?: RememberDevice
  rememberUsername?: boolean
}

export interface OpenedDriver extends Driver {
  /** The properties of a challenge besides its answer. */
  actionsOf: (pending: PendingChallenge, act: Act) => object
  /** Fills in the username of the last sign-in and starts passkey autofill. */
  autofill: (signal: AbortSignal) => Promise<void>
  /** Registers a passkey for a signed-in user. Rejects with `AuthError`. */
  registerPasskey: RegisterPasskey
}

/**
 * Makes the driver with client, stores and passkeys. The first screen does not need them, so this is a
 * chunk.
 */
export function openDriver({
  userPoolId,
  client,
  authSessionValidityMinutes = 3,
  deviceStorage,
  passkeys: appPasskeys,
  resendCooldownSeconds = 30,
  rememberDevice = 'ask',
  rememberUsername: remembersUsername = false,
  ...options
}: OpenDriverOptions): OpenedDriver {
  const { clientId, flow, screen, onNotice, plainPassword = flow.plain === true } = options
  const { call, clock, report } = client
  const records = {
    storage: () => deviceStorage ?? globalThis.localStorage,
    userPoolId,
    clientId,
    onNotice,
  }
  const passkeys = appPasskeys ?? createBrowserPasskeys()
  const usernames = createUsernameStore(records)
  const memory = remembersUsername ? rememberUsername(usernames, passkeys) : undefined
  const usedPasskeys = memory?.passkeys ?? passkeys
  const driver = createDriver({
    ...options,
    authSessionValidityMinutes,
    call,
    canUsePasskeys: appPasskeys !== undefined || 'PublicKeyCredential' in globalThis,
    clock,
    devices: createDeviceStore(records),
    passkeys: usedPasskeys,
    plainPassword,
    poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
    rememberDevice,
    report,
    onSignedIn(opened, username) {
      options.onSignedIn(opened, username)
      memory?.onSignedIn(username)
    },
    // A passkey that was used in a sign-in that came to nothing does not count.
    onBegin: () => memory?.forgetUse(),
  })

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
      passkeys: usedPasskeys,
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

  return {
    ...driver,
    autofill,
    async registerPasskey({ username, accessToken, signal }) {
      await registerPasskey({ call, passkeys: usedPasskeys, accessToken, signal, report })
      memory?.onSignedIn(username)
    },
    actionsOf: (pending, act) => challengeActions(pending, act, driver, { resendCooldownSeconds }),
  }
}
