import { listSessions } from '../pool/sessions.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { invalidParameter, ServiceException } from '../wire/service-exception.ts'
import { required, struct, text } from '../wire/shape.ts'
import { checkSessionTracking } from './check-session-tracking.ts'
import { type Operation, operation } from './operation.ts'

export const revokeUserSession: Operation = operation(
  struct({
    AccessToken: required(token),
    // Its effect is on sessions of managed login, which the simulator does not have.
    RevokeAssociatedSessions: text({ values: ['NONE', 'LINKED'] }),
    SessionId: required(text({ min: 28, max: 28, pattern: '(?:tkn|sso)[a-z0-9]+' })),
  }),
  async ({ AccessToken, SessionId }, service) => {
    const { pool, user, signIn } = await readAccessToken(service, AccessToken)
    checkSessionTracking(pool)
    const sessions = listSessions(pool, user, service.clock.now())
    const session = sessions.find(({ tracked }) => tracked.id === SessionId)
    if (!session) throw new ServiceException('ResourceNotFoundException', 'Session does not exist.')
    if (session === signIn) throw invalidParameter('The current session cannot be revoked.')
    session.revoked = true
    return {}
  },
)
