import { confirmDevice } from '../../operations/confirm-device.ts'
import { updateDeviceStatus } from '../../operations/update-device-status.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { toAuthError } from '../../protocol/cognito-exception.ts'
import { createDeviceVerifier, type DeviceVerifier } from '../../protocol/device-verifier.ts'
import type { RememberedDevice } from '../../protocol/remembered-device.ts'
import { toBase64 } from '../../protocol/srp.ts'
import type { TokensContext } from '../../protocol/tokens-context.ts'

/** A confirmed device. The user decides whether it is remembered. */
export interface NewDevice {
  /** Never rejects: a failure goes to `onNotice`, because the user is signed in anyway. */
  remember: () => Promise<void>
}

/**
 * Confirms the new device. Without that, the tokens cannot be refreshed (`docs/cognito.md#confirm-device`).
 * Resolves with the device if the user has to agree first. Never rejects: a failure goes to `onNotice`.
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

  /** Resolves with whether the user has to agree. Rejects with `AuthError`. */
  async function confirm(): Promise<boolean> {
    // Every try sends the same verifier, because an earlier request may have succeeded.
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

  /** Runs in the background. The user is signed in by now and is not asked any more. */
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

/** Whether an earlier request, whose answer was lost, has confirmed the device. */
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

/** The name of the device in the list of the user: at most 1,024 characters (`docs/cognito.md#limits`). */
function deviceName(): { DeviceName?: string } {
  // Node before version 21 has no `navigator`.
  const { navigator } = globalThis as { navigator?: { userAgent?: string } }
  const name = navigator?.userAgent?.slice(0, 1024)
  return name ? { DeviceName: name } : {}
}
