import { listSessions, type Session } from '../pool/sessions.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct, text } from '../wire/shape.ts'
import { checkSessionTracking } from './check-session-tracking.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const listUserSessions: Operation = operation(
  struct({
    AccessToken: required(token),
    NextToken: text({ min: 1, max: 131_072, pattern: '[\\S]+' }),
  }),
  async ({ AccessToken, NextToken }, service) => {
    const { pool, user, signIn } = await readAccessToken(service, AccessToken)
    checkSessionTracking(pool)
    const sessions = listSessions(pool, user, service.clock.now())
    const { items, next } = page(sessions, 125, NextToken)
    return {
      Sessions: items.map((session) => ({
        ...describe(session),
        IsCurrentSession: session === signIn,
      })),
      ...(next && { NextToken: next }),
    }
  },
)

function describe({ clientId, authTime, tracked }: Session): object {
  return {
    SessionId: tracked.id,
    SessionType: 'TOKEN',
    ClientId: clientId,
    CreateDate: authTime / 1000,
    LastActiveDate: tracked.activeAt / 1000,
    // A request is known neither by its browser nor by its address.
    DeviceType: 'unknown',
    LastIPAddress: '127.0.0.1',
    LastLocation: { Country: 'unknown' },
  }
}
