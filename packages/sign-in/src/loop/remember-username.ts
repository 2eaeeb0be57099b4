import type { Passkeys } from '../protocol/passkeys.ts'
import { createRecords, type RecordsOptions } from '../session/records.ts'

/** Who signed in here last, as it was typed. */
interface RememberedUsername {
  username: string
  /** Whether a passkey of this user was used or made here. */
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
  /** The same passkeys, whose use is noticed. */
  passkeys: Passkeys
  /** Keeps who signed in, or has made a passkey, and whether a passkey was used or made. */
  onSignedIn: (username: string) => void
  /** Another sign-in begins: a passkey that was used before does not count. */
  forgetUse: () => void
}

/** Remembers whoever signs in, and whether with one of these passkeys. */
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
