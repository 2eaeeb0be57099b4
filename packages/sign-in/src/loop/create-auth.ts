import type { ActiveChallenge } from '../challenges/challenge.ts'
import { firstStep } from '../challenges/first-step.ts'
import { AuthError, printable } from '../protocol/auth-error.ts'
import { toOpaque } from '../protocol/opaque.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'
import { createStore, type Store } from '../protocol/store.ts'
import type { Sessions } from '../session/create-sessions.ts'
import { restoring, type SessionState, signedOut } from '../session/session-state.ts'
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
  /**
   * The issuer of the tokens: their claim `iss`. Servers need it to verify them. See
   * `docs/cognito.md#tokens`.
   */
  readonly issuer: string
  /**
   * Resolves with the access token, or with `undefined` if nobody is signed in. If the token is about to
   * expire, it is refreshed first. For code outside React. Rejects with `AuthError` if there is no valid token.
   */
  getAccessToken: () => Promise<string | undefined>
}

/**
 * Makes the sign-in of one app client. Throws a `TypeError` if `userPoolId`, `clientId`, `authFlow` or
 * `preferredChallenge` is invalid. It reads no storage and sends nothing until somebody subscribes or signs in.
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
  tokenStorage = 'memory',
  apiOrigins = [],
  onNotice,
  onEvent,
  ...driverOptions
}: AuthOptions): Auth {
  if (!/^[\w+]{1,128}$/.test(clientId)) {
    throw new TypeError(`createAuth: "${clientId}" is no app client id. Copy it from the pool.`)
  }
  const flow = flowOf(authFlow, { srpFirst, preferredChallenge })
  const region = regionOf(userPoolId)
  const network: typeof globalThis.fetch = fetch ?? ((...request) => globalThis.fetch(...request))
  const sessionStore = createStore<SessionState>(tokenStorage === 'memory' ? signedOut : restoring)
  const challenges = createStore<ActiveChallenge | null>(null)
  const screen = createScreen(challenges, {
    async submit(pending, answer) {
      const opened = await driverFor(pending)
      if (pending === screen.pending) await opened?.submit(pending, answer)
    },
    restart,
    // The first step is shown before the driver is loaded.
    actionsOf: (pending, act) =>
      pending.startsSignIn
        ? { ...(driverOptions.rememberUsername && { autofill }) }
        : driver?.actionsOf(pending, act),
  })
  let driver: OpenedDriver | undefined
  let lastUsername = ''
  let lastRound = -1
  /** Counts what the app asked for, so that only the last one holds. */
  let serial = 0

  // Neither of these is needed to show the first screen.
  const loadClient = loader(async () => {
    const [{ openClient }, makeTransport] = await Promise.all([
      import('../client/open-client.ts'),
      transport ?? import('../transports/aws-sdk.ts').then((chunk) => chunk.awsSdkTransport),
    ])
    return openClient(makeTransport, { region, endpoint, fetch: network, deadlineSeconds })
  })

  const loadSessions: () => Promise<Sessions> = loader(async () => {
    const { openSessions } = await import('../session/open-sessions.ts')
    return openSessions({
      userPoolId,
      clientId,
      tokenStorage,
      store: sessionStore,
      loadClient,
      apiOrigins,
      fetch: network,
      registerPasskey: async (session) => (await loadDriver()).registerPasskey(session),
      onNotice: notify,
      onEnd(username) {
        lastUsername = username
      },
      onRefresh: () => report({ type: 'refreshed' }),
    })
  })

  const loadDriver: () => Promise<OpenedDriver> = loader(async () => {
    const [{ openDriver }, client, sessions] = await Promise.all([
      import('./open-driver.ts'),
      loadClient(),
      loadSessions(),
    ])
    // Set before the loader resolves, so that a restart can end a sign-in by passkey autofill.
    driver = openDriver({
      ...driverOptions,
      userPoolId,
      clientId,
      client,
      sessions,
      authFlow,
      flow,
      screen,
      onNotice: notify,
      onSignedIn(opened) {
        store.together(() => {
          clearScreen()
          sessions.begin(opened)
        })
      },
      onFailed: (error, { username, gavePassword }) =>
        openFirstStep({ username, gavePassword, error }),
    })
    return driver
  })

  const notify = guarded(onNotice)
  const report = guarded(onEvent)

  /** Loaded only if the app listens. */
  const watch = loader(async () => {
    const { watchEvents } = await import('./auth-events.ts')
    watchEvents(store, report)
  })

  /** Resolves with `undefined` if the code cannot be loaded. The challenge then shows the error. */
  async function driverFor(pending: PendingChallenge): Promise<OpenedDriver | undefined> {
    return loadDriver().catch((cause: unknown) => {
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
  }

  function openFirstStep({
    username = lastUsername,
    gavePassword = false,
    error,
    endReason,
  }: FirstStep = {}) {
    const { pending } = screen
    // The same round keeps what was typed.
    const round = pending?.startsSignIn ? pending.round : (pending?.round ?? lastRound) + 1
    const asksPassword = (flow.plain || flow.srp) === true
    const first = firstStep({ asksPassword, gavePassword, ...(endReason && { endReason }) })
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
    serial += 1
    if (sessionStore.getState().status === 'restoring') return
    driver?.abandon()
    const { pending } = screen
    if (sessionStore.getState().status === 'signed-in') clearScreen()
    else openFirstStep(pending && { username: pending.username })
  }

  async function signIn(credentials?: Credentials) {
    const turn = (serial += 1)
    if (sessionStore.getState().status === 'restoring') await restore()
    // Another call of `signIn` came while the session was being restored.
    if (turn !== serial) return
    const { inFlight, pending: before, phase } = screen
    // SIGN_IN is on screen already.
    if (!credentials && before?.startsSignIn && phase === 'asked') return
    if (credentials && inFlight && isSame(inFlight.answer, credentials)) return inFlight.done
    driver?.abandon()
    openFirstStep(before && { username: before.username })
    const { pending } = screen
    if (credentials && pending) await screen.respond(pending, toOpaque(credentials))
  }

  function autofill(): () => void {
    const controller = new AbortController()
    void loadDriver()
      .then((opened) => opened.autofill(controller.signal))
      .catch(() => {})
    return () => controller.abort()
  }

  // The storage is first read when somebody subscribes: never at import, on a server or at the first render.
  const restore = loader(async () => {
    if (sessionStore.getState().status !== 'restoring') return
    try {
      await (await loadSessions()).restore()
    } catch {
      // Without the code for sessions, the user is signed out.
      sessionStore.setState(signedOut)
    }
  })

  function showFirstStep() {
    const { status, reason } = sessionStore.getState()
    if (status === 'signed-out' && !screen.pending) openFirstStep(reason && { endReason: reason })
  }

  showFirstStep()
  // Subscribed before the store below, so that a signed-out state always has a challenge.
  sessionStore.subscribe(showFirstStep)
  const store = createAuthStore(sessionStore, challenges)

  return {
    getState: store.getState,
    subscribe(listener) {
      void restore()
      if (onEvent) void watch().catch(() => {})
      return store.subscribe(listener)
    },
    signIn,
    restart,
    endpoint,
    online: !fetch,
    issuer: `${endpointOf(userPoolId)}${userPoolId}`,
    async getAccessToken() {
      await restore()
      return (await sessionStore.getState().session?.tokens())?.accessToken
    },
    preload: () =>
      void loadDriver().then(
        ({ precompute }) => precompute(),
        () => {},
      ),
  }
}

/** Calls a listener of the app. An error that it throws must not stop the sign-in or the session. */
function guarded<Value>(listener: ((value: Value) => void) | undefined): (value: Value) => void {
  return (value) => {
    try {
      listener?.(value)
    } catch (cause) {
      console.error(cause)
    }
  }
}

/** Loads once. After a failure it tries again. */
function loader<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined
  return () => {
    loading ??= load().catch((cause: unknown) => {
      loading = undefined
      throw cause
    })
    return loading
  }
}

interface FirstStep {
  username?: string
  gavePassword?: boolean
  error?: AuthError
  endReason?: SessionEndReason
}

function isSame(answer: object, { username, password }: Credentials): boolean {
  const given = answer as Partial<Credentials>
  return given.username === username && given.password === password
}
