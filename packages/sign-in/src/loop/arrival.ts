import { AuthError } from '../protocol/auth-error.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import type { DeviceStore, RememberDevice } from './device-store.ts'
import type { DeviceQuestion } from './new-device.ts'
import type { RegisterPasskeyOptions } from './register-passkey.ts'
import { createSession, type AuthSession } from './session.ts'
import type { WireRequests } from './wire-requests.ts'

export interface ArrivalOptions extends Omit<RegisterPasskeyOptions, 'accessToken' | 'signal'> {
  rememberDevice: RememberDevice
  devices: DeviceStore
  onNotice: (notice: AuthError) => void
}

export interface Arrived {
  session: AuthSession
  /** One more thing to ask, if there is. Never rejects. */
  question: Promise<DeviceQuestion | undefined> | undefined
}

const patience = 4000 // milliseconds

/** Makes a session of the tokens, and this browser known to a pool that keeps devices. */
export function arrive(
  username: string,
  tokens: AuthenticationResult,
  wire: WireRequests,
  options: ArrivalOptions & { onSignOut: (session: AuthSession) => void },
): Arrived {
  const life = new AbortController()
  const { signal } = life
  const session = createSession(tokens, signOut, { ...options, signal })
  const known = newDevice()
  return {
    session,
    question: options.rememberDevice === 'ask' ? known && inTime(known) : undefined,
  }

  async function signOut() {
    options.onSignOut(session)
    if (signal.aborted) return
    life.abort()
    if (tokens.RefreshToken) await wire.revoke(tokens.RefreshToken)
  }

  function newDevice(): Promise<DeviceQuestion | undefined> | undefined {
    const { NewDeviceMetadata } = tokens
    const { rememberDevice: policy } = options
    if (!NewDeviceMetadata || policy === 'never') return undefined
    const means = { ...options, username, tokens, policy, signal }
    return import('./new-device.ts').then(
      ({ confirmDevice }) => confirmDevice(NewDeviceMetadata, means),
      () => {
        options.onNotice(new AuthError('network', { step: 'ConfirmDevice', sent: 'no' }))
        return undefined
      },
    )
  }
}

/** Only a question is worth waiting for, and not for long. */
async function inTime<Asked>(question: Promise<Asked>): Promise<Asked | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(done, patience, undefined)
  })
  return Promise.race([question, late]).finally(() => clearTimeout(timer))
}
