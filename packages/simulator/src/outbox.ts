/** An SMS or e-mail that the pool "sent". */
export interface SentMessage {
  medium: 'SMS' | 'EMAIL'
  destination: string
  username: string
  /** Two pools may have a user of the same name. */
  userPoolId: string
  code: string
  /** What it is about, as in the service's `CustomMessage_…` trigger sources. */
  reason: string
  /** ISO 8601. */
  sentAt: string
  /** What the customMessage trigger made of it. */
  text?: string
}

export interface Outbox {
  readonly messages: readonly SentMessage[]
  send(message: SentMessage): void
  clear(): void
}

/** Every message makes a new array, so that a snapshot can be compared by identity. Keeps the last 10,000. */
export function createOutbox(changed: () => void): Outbox {
  let messages: readonly SentMessage[] = []

  return {
    get messages() {
      return messages
    },
    send(message) {
      messages = [...messages.slice(-9_999), message]
      changed()
    },
    clear() {
      messages = []
      changed()
    },
  }
}
