import { expect, test } from 'vitest'
import { exception, type OpenPool, openPool, password } from '../testing/open-pool.test.support.ts'

test.each([
  ['disabled', 'AdminDisableUser', 'User is disabled.'],
  ['deleted', 'AdminDeleteUser', 'Incorrect username or password.'],
])('an account that is %s while a trigger runs gets no tokens', async (_what, operation, said) => {
  const opened: OpenPool = openPool({
    users: [{ username: 'ana', password }],
    triggers: {
      async postAuthentication(event) {
        await opened.ask(operation, { Username: 'ana' })
        return event
      },
    },
  })
  expect(await opened.signIn('ana')).toEqual(exception('NotAuthorizedException', said))
})
