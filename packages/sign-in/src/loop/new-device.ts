import {
  rememberDevice,
  type RememberDeviceAnswer,
} from '../challenges/remember-device/remember-device.protocol.ts'
import type { AuthError } from '../protocol/auth-error.ts'
import { CognitoException, toAuthError } from '../protocol/cognito-exception.ts'
import { createDeviceVerifier } from '../protocol/device-verifier.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import { toBase64 } from '../protocol/srp.ts'
import type { Transport } from '../protocol/transport.ts'
import type { AuthenticationResult, AuthResponse, Operation, Requests } from '../protocol/wire.ts'
import type { DeviceStore, RememberDevice } from './device-store.ts'

export interface NewDeviceOptions {
  username: string
  tokens: AuthenticationResult
  policy: RememberDevice
  transport: Transport
  devices: DeviceStore
  /** Aborts when the user signs out. */
  signal: AbortSignal
  onNotice: (notice: AuthError) => void
}

/** One more thing to ask the user, before whom there are tokens already. */
export interface DeviceQuestion {
  response: AuthResponse
  /** Never rejects: what fails is a notice. */
  answer: (given: RememberDeviceAnswer) => Promise<void>
}

/**
 * Makes this browser known to the service, which has just given it a key. Without that, the user is
 * not remembered and the session cannot be refreshed; but no sign-in fails because of it.
 */
export async function confirmDevice(
  key: { DeviceKey: string; DeviceGroupKey: string },
  { username, tokens, policy, transport, devices, signal, onNotice }: NewDeviceOptions,
): Promise<DeviceQuestion | undefined> {
  const { AccessToken } = tokens
  const { DeviceKey, DeviceGroupKey: groupKey } = key
  const secret = toBase64(crypto.getRandomValues(new Uint8Array(40)))
  const device: RememberedDevice = { key: DeviceKey, groupKey, secret }
  let request: Requests['ConfirmDevice'] | undefined

  /** Whether the user has to agree. The same secret each time: an earlier try may have gone through. */
  async function confirm(): Promise<boolean> {
    request ??= {
      AccessToken,
      DeviceKey,
      ...deviceName(),
      DeviceSecretVerifierConfig: await createDeviceVerifier(device),
    }
    try {
      const answer = await transport('ConfirmDevice', request, { signal })
      return answer.UserConfirmationNecessary
    } catch (cause) {
      if (cause instanceof CognitoException && cause.type === 'DeviceKeyExistsException')
        return true
      throw cause
    }
  }

  async function remember() {
    const status = rememberDevice.write({ remember: true })
    try {
      await transport('UpdateDeviceStatus', { AccessToken, DeviceKey, ...status }, { signal })
      devices.keep(username, device)
    } catch (cause) {
      notice(cause, 'UpdateDeviceStatus')
    }
  }

  function notice(cause: unknown, step: Operation) {
    if (!signal.aborted) onNotice(toAuthError(cause, { step }))
  }

  async function confirmed(needsConsent: boolean) {
    if (!needsConsent) devices.keep(username, device)
    else if (policy === 'always') await remember()
  }

  /** Behind the user's back, who is signed in by now and is not asked any more. */
  async function tryAgain() {
    for (const seconds of pauses) {
      await pause(seconds, signal)
      if (signal.aborted) return
      const needsConsent = await confirm().catch(() => undefined)
      if (needsConsent !== undefined) return confirmed(needsConsent)
    }
  }

  try {
    const needsConsent = await confirm()
    if (needsConsent && policy === 'ask') {
      const answer = async ({ remember: yes }: RememberDeviceAnswer) =>
        yes ? remember() : undefined
      return { response: question, answer }
    }
    await confirmed(needsConsent)
  } catch (cause) {
    notice(cause, 'ConfirmDevice')
    if (!signal.aborted) void tryAgain()
  }
  return undefined
}

// Nothing is asked on the wire: this only looks like it.
const question: AuthResponse = {
  ChallengeName: rememberDevice.name,
  ChallengeParameters: {},
  AvailableChallenges: [],
}

const pauses = [2, 15, 60] // seconds

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done()
    const timer = setTimeout(done, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
}

/** What the user will know it by in a list of devices. */
function deviceName(): { DeviceName?: string } {
  // Older Nodes have no navigator.
  const { navigator } = globalThis as { navigator?: { userAgent?: string } }
  const name = navigator?.userAgent?.slice(0, 1024)
  return name ? { DeviceName: name } : {}
}
