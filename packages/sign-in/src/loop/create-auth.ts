import type { ActiveChallenge } from '../challenges/challenge.ts'
import { firstStep } from '../challenges/first-step.ts'
import { AuthError, printable } from '../protocol/auth-error.ts'
import { toOpaque } from '../protocol/opaque.ts'
import { createStore, type Store } from '../protocol/store.ts'
import { createSessionStore } from '../session/session-store.ts'
import type { AuthOptions } from './auth-options.ts'
import type { AuthActions, AuthState, Credentials } from './auth-state.ts'
import { createAuthStore } from './auth-store.ts'
import { endpointOf, regionOf } from './endpoint.ts'
import { flowOf } from './flows.ts'
import type { OpenedDriver } from './open-driver.ts'
import { openStep, type PendingChallenge } from './pending-challenge.ts'
import { createScreen } from './screen.ts'

/** The sign-in of one app client. It keeps no global state, so a page can have several. */
export interface Auth extends Store<AuthState>, AuthActions {
  /** The address of all requests. */
  readonly endpoint: string
  /** Whether requests go over the network, i.e. there is no `fetch` option. */
  readonly online: boolean
  /** Loads the code that a sign-in needs. Call it while the user types. Never throws. */
  preload: () => void
}

/**
 * Makes the sign-in of one app client. Throws a `TypeError` if `userPoolId`, `clientId`, `authFlow` or
 * `preferredChallenge` is invalid. It sends nothing until the user signs in.
 */
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
  ...driverOptions
}: AuthOptions): Auth {
  if (!/^[\w+]{1,128}$/.test(clientId)) {
    throw new TypeError(`createAuth: "${clientId}" is no app client id. Copy it from the pool.`)
  }
  const flow = flowOf(authFlow, { srpFirst, preferredChallenge })
  const region = regionOf(userPoolId)
  const network: typeof globalThis.fetch = fetch ?? ((...request) => globalThis.fetch(...request))
  const sessions = createSessionStore()
  const challenges = createStore<ActiveChallenge | null>(null)
  const screen = createScreen(challenges, {
    submit: async (pending, answer) => (await driverFor(pending))?.submit(pending, answer),
    restart,
    // The first step is shown before the driver is loaded.
    actionsOf: (pending, act) =>
      pending.startsSignIn
        ? { ...(driverOptions.rememberUsername && { autofill }) }
        : driver?.actionsOf(pending, act),
  })
  let driver: OpenedDriver | undefined
  let loading: Promise<OpenedDriver> | undefined
  let lastUsername = ''
  let lastRound = -1

  // Neither the driver nor the transport is needed to show the first screen.
  async function load(): Promise<OpenedDriver> {
    const [{ openDriver }, makeTransport] = await Promise.all([
      import('./open-driver.ts'),
      transport ?? import('../transports/aws-sdk.ts').then((chunk) => chunk.awsSdkTransport),
    ])
    driver = openDriver({
      ...driverOptions,
      userPoolId,
      clientId,
      transport: (onDate) =>
        makeTransport({ region, endpoint, fetch: network, deadlineSeconds, onDate }),
      authFlow,
      flow,
      screen,
      onSignedIn(session, username) {
        lastUsername = username
        store.together(() => {
          clearScreen()
          sessions.begin(session)
        })
      },
      onFailed: (error, { username, gavePassword }) =>
        openFirstStep({ username, gavePassword, error }),
      onSessionEnd: sessions.end,
    })
    return driver
  }

  function loaded(): Promise<OpenedDriver> {
    loading ??= load().catch((cause: unknown) => {
      loading = undefined
      throw cause
    })
    return loading
  }

  /** Resolves with `undefined` if the code cannot be loaded, or if a restart came first. */
  async function driverFor(pending: PendingChallenge): Promise<OpenedDriver | undefined> {
    const opened = await loaded().catch((cause: unknown) => {
      const error = new AuthError('network', {
        step: 'InitiateAuth',
        challengeKept: false,
        sent: 'no',
        // The name of the file helps a developer.
        exception: printable(String(cause)),
      })
      if (pending === screen.pending) screen.show(pending, { phase: 'rejected', error })
      return undefined
    })
    return pending === screen.pending ? opened : undefined
  }

  function openFirstStep({ username = lastUsername, gavePassword = false, error }: FirstStep = {}) {
    const { pending } = screen
    // The same round keeps what was typed.
    const round = pending?.startsSignIn ? pending.round : (pending?.round ?? lastRound) + 1
    const first = firstStep({ asksPassword: (flow.plain || flow.srp) === true, gavePassword })
    screen.show(
      openStep({ ...first, username, round }),
      error ? { phase: 'rejected', error } : { phase: 'asked' },
    )
  }

  function clearScreen() {
    lastRound = screen.pending?.round ?? lastRound
    screen.clear()
  }

  function restart() {
    driver?.abandon()
    const { pending } = screen
    if (sessions.getState().status === 'signed-in') clearScreen()
    else openFirstStep(pending && { username: pending.username })
  }

  async function signIn(credentials?: Credentials) {
    const { inFlight, pending: before } = screen
    if (credentials && inFlight && isSame(inFlight.answer, credentials)) return inFlight.done
    driver?.abandon()
    openFirstStep(before && { username: before.username })
    const { pending } = screen
    if (credentials && pending) await screen.respond(pending, toOpaque(credentials))
  }

  function autofill(): () => void {
    const controller = new AbortController()
    void loaded()
      .then((opened) => opened.autofill(controller.signal))
      .catch(() => {})
    return () => controller.abort()
  }

  openFirstStep()
  // Subscribed before the store below, so that a signed-out state always has a challenge.
  sessions.subscribe(() => {
    if (sessions.getState().status === 'signed-out' && !screen.pending) openFirstStep()
  })
  const store = createAuthStore(sessions, challenges)

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    signIn,
    restart,
    endpoint,
    online: !fetch,
    preload: () =>
      void loaded().then(
        ({ precompute }) => precompute(),
        () => {},
      ),
  }
}

interface FirstStep {
  username?: string
  gavePassword?: boolean
  error?: AuthError
}

function isSame(answer: object, { username, password }: Credentials): boolean {
  const given = answer as Partial<Credentials>
  return given.username === username && given.password === password
}
