import { confirmDevice } from '../../operations/confirm-device.ts'
import { updateDeviceStatus } from '../../operations/update-device-status.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { toAuthError } from '../../protocol/cognito-exception.ts'
import { createDeviceVerifier, type DeviceVerifier } from '../../protocol/device-verifier.ts'
import type { RememberedDevice } from '../../protocol/remembered-device.ts'
import { toBase64 } from '../../protocol/srp.ts'
import type { TokensContext } from '../../protocol/tokens-context.ts'

/** A device that the user may have remembered. */
export interface NewDevice {
  /** Never rejects: what fails is a notice, since the user is signed in either way. */
  remember: () => Promise<void>
}

/**
 * Confirms the device that the service has just given a key. Without that, the device is not remembered
 * and the session cannot be refreshed; but no sign-in fails because of it. Resolves with the device where
 * the user has to agree before it is remembered.
 */
export async function confirmNewDevice({
  username,
  tokens: { AccessToken, NewDeviceMetadata },
  rememberDevice: policy,
  call,
  devices,
  signal,
  onNotice,
}: TokensContext): Promise<NewDevice | undefined> {
  if (!NewDeviceMetadata) return undefined
  const { DeviceKey, DeviceGroupKey: groupKey } = NewDeviceMetadata
  const secret = toBase64(crypto.getRandomValues(new Uint8Array(40)))
  const device: RememberedDevice = { key: DeviceKey, groupKey, secret }
  let verifier: DeviceVerifier | undefined

  /** Resolves with whether the user has to agree. */
  async function confirm(): Promise<boolean> {
    // The same verifier each time: an earlier request may have gone through.
    verifier ??= await createDeviceVerifier(device)
    const config = { DeviceSecretVerifierConfig: verifier }
    const input = { AccessToken, DeviceKey, ...deviceName(), ...config }
    try {
      return (await call(confirmDevice, input, { signal })).UserConfirmationNecessary
    } catch (error) {
      if (isConfirmed(error)) return true
      throw error
    }
  }

  async function remember() {
    const input = { AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' as const }
    try {
      await call(updateDeviceStatus, input, { signal })
      devices.keep(username, device)
    } catch (cause) {
      notice(cause)
    }
  }

  function notice(cause: unknown) {
    if (!signal.aborted) onNotice(toAuthError(cause, { step: stepOf(cause) }))
  }

  async function finish(needsConsent: boolean) {
    if (!needsConsent) devices.keep(username, device)
    else if (policy === 'always') await remember()
  }

  /** In the background: the user is signed in by now, and is not asked any more. */
  async function retry() {
    for (const seconds of retrySeconds) {
      await pause(seconds, signal)
      if (signal.aborted) return
      const needsConsent = await confirm().catch(() => undefined)
      if (needsConsent !== undefined) return finish(needsConsent)
    }
  }

  try {
    const needsConsent = await confirm()
    if (needsConsent && policy === 'ask') return { remember }
    await finish(needsConsent)
  } catch (cause) {
    notice(cause)
    if (!signal.aborted) void retry()
  }
  return undefined
}

/** An earlier request confirmed it, whose answer was lost. */
function isConfirmed(error: unknown): boolean {
  return error instanceof AuthError && error.details.exception === 'DeviceKeyExistsException'
}

function stepOf(cause: unknown): string {
  return (cause instanceof AuthError && cause.details.step) || confirmDevice.name
}

const retrySeconds = [2, 15, 60]

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** What the user will know the device by in a list. */
function deviceName(): { DeviceName?: string } {
  // Node before 21 has no navigator.
  const { navigator } = globalThis as { navigator?: { userAgent?: string } }
  const name = navigator?.userAgent?.slice(0, 1024)
  return name ? { DeviceName: name } : {}
}
