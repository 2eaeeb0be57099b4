import type { FirstFactor } from '../challenges/first-factor.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import { printable } from '../protocol/printable.ts'
import type { TransportFactory } from '../protocol/transport.ts'
import type { ChallengeParameters } from '../protocol/wire.ts'
import type { AuthChallenge, AuthChallengeActions, Credentials } from './auth-challenge.ts'
import type { RememberDevice } from './device-store.ts'
import type { DeviceStorage } from './records.ts'
import { type AuthFlow, flowOf } from './flows.ts'
import type { RequestMetadata } from './metadata.ts'
import type { OpenedLoop } from './open-loop.ts'
import { createStore, type Store } from './store.ts'

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
  /** The browser's passkeys, or your own way to them. */
  passkeys?: Passkeys
  /** Told what went wrong beside a sign-in without stopping it. Default: nobody is. */
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

/** One app client's sign-in. Touches no global: two pools on one page are two of these. */
export interface Auth extends Store<AuthChallenge>, AuthChallengeActions {
  /** Where requests go. */
  readonly endpoint: string
  /** Whether they go over the network: not where `fetch` stands in for it. */
  readonly online: boolean
  /** Whether a sign-in begins with a password. */
  readonly asksPassword: boolean
  /** Fetches ahead what signing in needs. Call it while the user types. */
  preload: () => void
  /**
   * With `rememberUsername`: fills in who signed in last, and offers their passkey. Call it when the
   * first screen is there. Returns what takes it back.
   */
  offerPasskey: (onOffered: (offered: boolean) => void) => () => void
}

/** Throws a `TypeError` when `userPoolId`, `clientId` or `authFlow` cannot be one. */
export function createAuth({
  userPoolId,
  clientId,
  authFlow = 'USER_SRP_AUTH',
  preferredChallenge,
  srpFirst = false,
  transport,
  fetch,
  endpoint = endpointOf(userPoolId),
  deadlineSeconds = 15,
  ...passedOn
}: AuthOptions): Auth {
  if (!/^[\w+]{1,128}$/.test(clientId)) {
    throw new TypeError(`createAuth: "${clientId}" is no app client id. Copy it from the pool.`)
  }
  const flow = flowOf(authFlow, { srpFirst, preferredChallenge })
  const region = regionOf(userPoolId)
  const network: typeof globalThis.fetch = fetch ?? ((...request) => globalThis.fetch(...request))
  const store = createStore<AuthChallenge>({ status: 'idle', username: '' })
  let loop: OpenedLoop | undefined
  let loading: Promise<OpenedLoop> | undefined
  let latest: Credentials | undefined

  // The rest, and what is assumed where it is missing, is the loop's: `open-loop.ts`.
  // Neither the loop nor the transport is needed to show the first screen.
  async function load(): Promise<OpenedLoop> {
    const [{ openLoop }, makeTransport] = await Promise.all([
      import('./open-loop.ts'),
      transport ?? import('../transports/aws-sdk.ts').then((sdk) => sdk.awsSdkTransport),
    ])
    // At once: an offered passkey is a sign-in that no press has begun, and can be called off.
    loop = openLoop(store, {
      ...passedOn,
      userPoolId,
      clientId,
      transport: (onDate) =>
        makeTransport({ region, endpoint, fetch: network, deadlineSeconds, onDate }),
      authFlow,
      flow,
    })
    return loop
  }

  function loaded(): Promise<OpenedLoop> {
    loading ??= load().catch((cause: unknown) => {
      loading = undefined
      throw cause
    })
    return loading
  }

  async function signIn(credentials: Credentials) {
    const username = credentials.username.trim()
    const { status } = store.getState()
    if (status === 'starting' && same(latest, credentials)) return
    latest = credentials
    loop?.restart()
    const starting: AuthChallenge = { status: 'starting', username }
    store.setState(starting)
    loop = await loaded().catch((cause: unknown) => {
      const error = new AuthError('network', {
        step: 'InitiateAuth',
        challengeKept: false,
        sent: 'no',
        // What could not be loaded is the developer's to mend.
        exception: printable(String(cause)),
      })
      if (store.getState() === starting) store.setState({ status: 'failed', username, error })
      return undefined
    })
    // A restart while it loaded has left another state.
    if (store.getState() === starting) await loop?.signIn({ ...credentials, username })
    if (latest === credentials) latest = undefined
  }

  function restart() {
    if (loop) loop.restart()
    else store.setState({ status: 'idle', username: store.getState().username })
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    signIn,
    restart,
    endpoint,
    online: !fetch,
    asksPassword: (flow.plain || flow.srp) === true,
    preload: () =>
      void loaded().then(
        ({ prepare }) => prepare(),
        () => {},
      ),
    offerPasskey(onOffered) {
      const stop = new AbortController()
      if (passedOn.rememberUsername) {
        void loaded()
          .then(({ remember }) => remember?.(onOffered, stop.signal))
          .catch(() => {})
      }
      return () => stop.abort()
    },
  }
}

function same(one: Credentials | undefined, other: Credentials): boolean {
  return one?.username === other.username && one.password === other.password
}

function regionOf(userPoolId: string): string {
  const [, region] = /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId) ?? []
  if (region) return region
  throw new TypeError(
    `createAuth: "${userPoolId}" is no user pool id. It looks like eu-west-1_Ab12Cd34E.`,
  )
}

function endpointOf(userPoolId: string): string {
  const region = regionOf(userPoolId)
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://cognito-idp.${region}.${domain}/`
}
