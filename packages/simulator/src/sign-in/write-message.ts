import type { SentMessage } from '../outbox.ts'
import type { Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import { hasTrigger, runTrigger } from './run-trigger.ts'

export interface MessageContext {
  service: Service
  pool: Pool
  clientId: string
  user: User
  clientMetadata: Record<string, string> | undefined
}

/** Adds a message to the outbox, with the text of the customMessage trigger if there is one. */
export async function writeMessage(
  { service, pool, clientId, user, clientMetadata }: MessageContext,
  draft: Pick<SentMessage, 'medium' | 'destination' | 'code' | 'reason'>,
): Promise<void> {
  const sentAt = new Date(service.clock.now()).toISOString()
  const message: SentMessage = { ...draft, username: user.username, userPoolId: pool.id, sentAt }
  if (!hasTrigger(pool, 'customMessage')) return service.outbox.send(message)

  const customized = await runTrigger({
    service,
    pool,
    clientId,
    name: 'customMessage',
    sourceSuffix: draft.reason,
    user,
    username: user.username,
    request: {
      codeParameter: '{####}',
      usernameParameter: '{username}',
      ...(clientMetadata && { clientMetadata }),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  })
  const text = draft.medium === 'SMS' ? customized.smsMessage : customized.emailMessage
  service.outbox.send(
    typeof text === 'string'
      ? {
          ...message,
          // Replacer functions, since a `$` in a temporary password is special in a replacement string.
          text: text
            .replaceAll('{####}', () => draft.code)
            .replaceAll('{username}', () => user.username),
        }
      : message,
  )
}
