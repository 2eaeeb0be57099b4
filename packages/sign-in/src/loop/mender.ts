import { AuthError } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'
import type { Ask } from './ask.ts'
import type { DeviceStore } from './device-store.ts'
import type { Run } from './run.ts'
import type { ServerClock } from './server-clock.ts'

export interface MenderOptions {
  devices: DeviceStore
  clock: ServerClock
  onNotice: (notice: AuthError) => void
}

export interface Mender {
  /** Whether a sign-in that begins again would go better: once by the service's clock, once without the device. */
  mends: (of: Run, cause: unknown, error: AuthError, ask?: Ask) => boolean
  /** What to say of it where nothing helped. */
  lastWord: (of: Run, ask: Ask, error: AuthError) => AuthError
}

/** Knows which refusals are not the user's to put right. */
export function createMender({ devices, clock, onNotice }: MenderOptions): Mender {
  return {
    mends(of, cause, error, ask) {
      // First, because a device proves itself with the time, too.
      if (ask && !of.retimed && isUntimely(ask, error) && clock.isOff()) {
        clock.trust()
        of.retimed = true
        return true
      }
      if (!of.device || !isStale(cause, error, ask)) return false
      devices.forget(of.credentials.username)
      of.device = undefined
      onNotice(new AuthError('device-forgotten', { ...error.details, challengeKept: true }))
      return true
    },
    lastWord(of, ask, error) {
      if (!of.retimed || !isUntimely(ask, error)) return error
      return new AuthError('clock', { ...error.details, challengeKept: false })
    },
  }
}

function isUntimely({ protocol }: Ask, { code }: AuthError): boolean {
  return protocol.timestamped === true && code === 'wrong-credentials'
}

function isStale(cause: unknown, { code }: AuthError, ask?: Ask): boolean {
  if (cause instanceof CognitoException && cause.type === 'ResourceNotFoundException') return true
  const refused = code === 'wrong-credentials' || code === 'invalid-entry'
  return ask?.protocol.provesDevice === true && refused
}
