import type { FirstFactor } from '../challenges/first-factor.ts'
import type { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { RememberDevice } from '../protocol/remembered-device.ts'
import type { TransportFactory } from '../protocol/transport.ts'
import type { ChallengeParameters } from '../protocol/wire.ts'
import type { DeviceStorage } from '../session/records.ts'
import type { TokenStorage, TokenStorageMode } from '../session/token-storage.ts'
import type { AuthFlow } from './flows.ts'
import type { RequestMetadata } from './metadata.ts'

export interface AuthOptions extends RequestMetadata {
  /** E.g. `eu-west-1_Ab12Cd34E`. */
  userPoolId: string
  /** An app client without a secret: a browser cannot keep one. */
  clientId: string
  /** How a sign-in begins. The app client must allow it. Default `USER_SRP_AUTH`. */
  authFlow?: AuthFlow
  /** With USER_AUTH: the way to begin with, where the user has it. Default: the user chooses. */
  preferredChallenge?: FirstFactor
  /**
   * With USER_AUTH: whether the password itself may be sent where the service wants no proof of it.
   * Default false, or true where `preferredChallenge` is PASSWORD: otherwise such a sign-in is refused.
   */
  plainPassword?: boolean
  /** With CUSTOM_AUTH: the password is proved before the pool's triggers ask. Default false. */
  srpFirst?: boolean
  /**
   * Whether this browser may take the place of a second factor, in pools that track devices:
   * `never`, `always`, or `ask` the user where the pool leaves it to them. Default `ask`.
   */
  rememberDevice?: RememberDevice
  /**
   * Whether this browser keeps who signed in last, to fill it in, and with USER_AUTH to offer their
   * passkey among the suggestions of the username. Default false.
   */
  rememberUsername?: boolean
  /** Where all that is remembered is kept. Default `localStorage`. A device's record is as secret as a second factor. */
  deviceStorage?: DeviceStorage
  /**
   * Where the tokens are kept. `memory` (the default): until the page is left. `session`: in this tab, also
   * after a reload. `local`: in all tabs, until the user signs out. Or your own storage, sync or async.
   * A script that is injected into your page can read `session` and `local` (docs/session.md).
   */
  tokenStorage?: TokenStorageMode | TokenStorage
  /**
   * Origins besides the page's own that `session.fetch` may send the access token to, e.g.
   * `https://api.example.com`.
   */
  apiOrigins?: readonly string[]
  /** The browser's passkeys, or your own way to them. */
  passkeys?: Passkeys
  /** Called with what went wrong without stopping a sign-in or a session. Default: nobody is told. */
  onNotice?: (notice: AuthError) => void
  /** Carries the requests. Default: the AWS SDK's client, loaded when it is first needed. */
  transport?: TransportFactory
  /** Stands in for the network, e.g. the simulator's `pool.fetch`. */
  fetch?: typeof globalThis.fetch
  /** Stands in for the service's own address, e.g. a relay's or an emulator's. */
  endpoint?: string
  /** Seconds until a request without an answer is given up. Default 15. */
  deadlineSeconds?: number
  /** Minutes a challenge can be answered in: the app client's AuthSessionValidity. Default 3. */
  authSessionValidityMinutes?: number
  /** Seconds from one resend to the next. Default 30. */
  resendCooldownSeconds?: number
  /**
   * Whether a CUSTOM_CHALLENGE that follows an answer is the same ask again, i.e. the answer was
   * wrong. Default: the public parameters are the same, but for counters of what is left.
   */
  repeats?: (asked: ChallengeParameters, next: ChallengeParameters) => boolean
}
