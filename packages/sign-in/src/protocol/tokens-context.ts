import type { AuthError } from './auth-error.ts'
import type { Call } from './call.ts'
import type { DeviceStore, RememberDevice } from './remembered-device.ts'
import type { AuthenticationResult } from './wire.ts'

/** What a step may use that comes after the tokens and before the session. */
export interface TokensContext {
  /** The username as it was typed. */
  username: string
  tokens: AuthenticationResult
  call: Call
  devices: DeviceStore
  rememberDevice: RememberDevice
  /** Aborts when the session ends. */
  signal: AbortSignal
  onNotice: (notice: AuthError) => void
}
