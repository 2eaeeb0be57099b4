import type { Passkeys } from '../protocol/passkeys.ts'
import type { AuthChallenge } from './auth-challenge.ts'
import { createRecords, type RecordsOptions } from './records.ts'
import type { Store } from './store.ts'

/** Who signed in here last, as it was typed. */
interface RememberedUsername {
  username: string
  /** Whether a passkey of theirs was used or made here. */
  passkey: boolean
}

export interface UsernameStore {
  find: () => RememberedUsername | undefined
  keep: (remembered: RememberedUsername) => void
}

export function createUsernameStore(options: RecordsOptions): UsernameStore {
  const { read, write } = createRecords('username', options)
  return {
    find() {
      const { username, passkey } = Object(read()) as Partial<RememberedUsername>
      return typeof username === 'string' && username
        ? { username, passkey: passkey === true }
        : undefined
    },
    keep: (remembered) => write(remembered),
  }
}

/** Keeps whoever signs in, and whether with these passkeys. */
export function rememberUsername(
  store: Store<AuthChallenge>,
  usernames: UsernameStore,
  passkeys: Passkeys,
): Passkeys {
  let used = false

  function keep() {
    const { username } = store.getState()
    const before = usernames.find()
    const passkey = used || (before?.username === username && before.passkey)
    usernames.keep({ username, passkey })
  }

  store.subscribe(() => {
    const { status } = store.getState()
    if (status === 'signed-in') keep()
    if (status !== 'starting' && status !== 'challenged') used = false
  })

  return {
    mayPrompt: () => passkeys.mayPrompt(),
    mayOffer: async () => (await passkeys.mayOffer?.()) ?? false,
    async get(options, how) {
      const credential = await passkeys.get(options, how)
      used = true
      return credential
    },
    async create(options, how) {
      const credential = await passkeys.create(options, how)
      used = true
      keep()
      return credential
    },
  }
}
