/** An SMS or e-mail in the outbox. The simulator sends nothing. */
export interface SentMessage {
  medium: 'SMS' | 'EMAIL'
  destination: string
  username: string
  /** Tells users of the same name in two pools apart. */
  userPoolId: string
  /** The code, or the temporary password. */
  code: string
  /** The part after `CustomMessage_` in the service's trigger source, for example `Authentication`. */
  reason: string
  /** ISO 8601. */
  sentAt: string
  /** The text that the customMessage trigger returned. Absent without such a trigger. */
  text?: string
}

export interface Outbox {
  readonly messages: readonly SentMessage[]
  send(message: SentMessage): void
  clear(): void
}

/** Keeps the last 10,000 messages. Each change makes a new array, so that snapshots compare by identity. */
export function createOutbox(notifyListeners: () => void): Outbox {
  let messages: readonly SentMessage[] = []

  return {
    get messages() {
      return messages
    },
    send(message) {
      messages = [...messages.slice(-9_999), message]
      notifyListeners()
    },
    clear() {
      messages = []
      notifyListeners()
    },
  }
}
