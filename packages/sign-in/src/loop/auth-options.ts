import type { FirstFactor } from '../challenges/first-factor.ts'
import type { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { RememberDevice } from '../protocol/remembered-device.ts'
import type { TransportFactory } from '../protocol/transport.ts'
import type { ChallengeParameters } from '../protocol/wire.ts'
import type { DeviceStorage } from '../session/records.ts'
import type { TokenStorage, TokenStorageMode } from '../session/token-storage.ts'
import type { AuthEvent } from './auth-events.ts'
import type { AuthFlow } from './flows.ts'
import type { RequestMetadata } from './metadata.ts'

/** The options of `createAuth`. */
export interface AuthOptions extends RequestMetadata {
  /** The id of the user pool, e.g. `eu-west-1_Ab12Cd34E`. */
  userPoolId: string
  /** The id of an app client without a secret: a browser cannot keep a secret. */
  clientId: string
  /**
   * How a sign-in begins. The app client must allow this flow. Default `USER_SRP_AUTH`.
   * See `docs/cognito.md#user-srp-auth` and the three sections after it.
   */
  authFlow?: AuthFlow
  /**
   * With USER_AUTH: the sign-in method to begin with, if the user has it. Default: the user chooses.
   * See `docs/cognito.md#user-auth`.
   */
  preferredChallenge?: FirstFactor
  /**
   * With USER_AUTH: whether the password itself may be sent if the service accepts no proof of it. If not,
   * such a sign-in fails with `unsupported-challenge`. Default true if `preferredChallenge` is PASSWORD,
   * else false. See `docs/decisions.md#the-kit-does-not-use-every-method-that-the-service-offers`.
   */
  plainPassword?: boolean
  /**
   * With CUSTOM_AUTH: prove the password before the triggers ask. Default false. See
   * `docs/cognito.md#custom-auth`.
   */
  srpFirst?: boolean
  /**
   * Whether this browser may replace the second factor, in pools that track devices: `never`, `always`, or
   * `ask` the user if the pool leaves it to the user. Default `ask`. See `docs/cognito.md#remembered-devices`.
   */
  rememberDevice?: RememberDevice
  /**
   * Whether this browser keeps the username of the last sign-in and fills it in. With USER_AUTH it also
   * starts passkey autofill for this user. Default false.
   */
  rememberUsername?: boolean
  /**
   * Stores devices and the last username. Default `localStorage`. The record of a device can replace a
   * second factor.
   */
  deviceStorage?: DeviceStorage
  /**
   * Where the tokens are stored. `memory` (the default): until the page is left. `session`: in this tab, also
   * after a reload. `local`: in all tabs, until the user signs out. Or your own storage, sync or async.
   * A script that is injected into your page can read `session` and `local`.
   */
  tokenStorage?: TokenStorageMode | TokenStorage
  /**
   * More origins to which `session.fetch` may send the access token, e.g. `https://api.example.com`. The
   * origin of the page is always allowed.
   */
  apiOrigins?: readonly string[]
  /** Access to passkeys. Default: those of the browser. */
  passkeys?: Passkeys
  /** Called with errors that do not stop a sign-in or a session, e.g. `storage`. Default: does nothing. */
  onNotice?: (notice: AuthError) => void
  /** Makes the transport that sends the requests. Default: the AWS SDK, loaded when it is first needed. */
  transport?: TransportFactory
  /** Called with what happens, for analytics. The events hold no personal data. Default: nothing is watched. */
  onEvent?: (event: AuthEvent) => void
  /** Replaces the global `fetch`, e.g. by `pool.fetch` of the simulator. */
  fetch?: typeof globalThis.fetch
  /**
   * The address of all requests, e.g. of a relay or an emulator. Default: that of the service in the region
   * of the pool.
   */
  endpoint?: string
  /** Seconds after which a request without an answer fails with `timeout`. Default 15. */
  deadlineSeconds?: number
  /**
   * Minutes in which a challenge can be answered: AuthSessionValidity of the app client. Default 3. See
   * `docs/cognito.md#sessions`.
   */
  authSessionValidityMinutes?: number
  /** Seconds between two calls of `resend`. Default 30. */
  resendCooldownSeconds?: number
  /**
   * Whether the CUSTOM_CHALLENGE after an answer is the same question again, i.e. the answer was wrong.
   * Default: the public parameters are the same, apart from counters of what is left.
   * See `docs/cognito.md#custom-challenge`.
   */
  repeats?: (asked: ChallengeParameters, next: ChallengeParameters) => boolean
}
