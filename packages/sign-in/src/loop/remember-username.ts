import type { Passkeys } from '../protocol/passkeys.ts'
import { createRecords, type RecordsOptions } from '../session/records.ts'

/** The user of the last sign-in in this browser. */
interface RememberedUsername {
  /** As it was typed. */
  username: string
  /** Whether this user has used or made a passkey in this browser. */
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

export interface UsernameMemory {
  /** The same passkeys; their use is recorded. */
  passkeys: Passkeys
  /** Stores the username after a sign-in or a new passkey, and whether a passkey was used or made. */
  onSignedIn: (username: string) => void
  /** Another sign-in begins, so a passkey that was used before does not count. */
  forgetUse: () => void
}

/** Stores the username of each sign-in, and whether one of these passkeys was used. */
export function rememberUsername(usernames: UsernameStore, passkeys: Passkeys): UsernameMemory {
  let isUsed = false

  return {
    onSignedIn(username) {
      const before = usernames.find()
      const hadPasskey = before?.username === username && before.passkey
      usernames.keep({ username, passkey: isUsed || hadPasskey })
      isUsed = false
    },
    forgetUse() {
      isUsed = false
    },
    passkeys: {
      mayPrompt: () => passkeys.mayPrompt(),
      canAutofill: async () => (await passkeys.canAutofill?.()) ?? false,
      async get(options, prompt) {
        const credential = await passkeys.get(options, prompt)
        isUsed = true
        return credential
      },
      async create(options, prompt) {
        const credential = await passkeys.create(options, prompt)
        isUsed = true
        return credential
      },
    },
  }
}
