import type { AuthError } from './auth-error.ts'
import type { Call } from './call.ts'
import type { DeviceStore, RememberDevice } from './remembered-device.ts'
import type { AuthenticationResult } from './wire.ts'

/** What a step between the tokens and the session may use. */
export interface TokensContext {
  /** As it was typed. */
  username: string
  tokens: AuthenticationResult
  call: Call
  devices: DeviceStore
  rememberDevice: RememberDevice
  /** Aborts when the session ends. */
  signal: AbortSignal
  onNotice: (notice: AuthError) => void
}
