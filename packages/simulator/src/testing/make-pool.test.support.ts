import { type Answer, openPool, password } from './open-pool.test.support.ts'

export interface MadePool {
  ask: (operation: string, body?: object) => Promise<Answer>
  addUser: (username: string, attributes?: Record<string, string>) => Promise<Answer>
  signIn: (username: string, password?: string) => Promise<Answer>
  UserPoolId: string
  ClientId: string
}

/** A pool and an app client created by requests, beside the first pool. */
export async function makePool(settings: object = {}, client: object = {}): Promise<MadePool> {
  const opened = openPool()
  const { UserPool } = await opened.ask('CreateUserPool', { PoolName: 'made', ...settings })
  const { Id: UserPoolId } = UserPool as { Id: string }
  const { UserPoolClient } = await opened.ask('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'made',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    ...client,
  })
  const { ClientId } = UserPoolClient as { ClientId: string }
  const ask = (operation: string, body: object = {}) => {
    return opened.ask(operation, { UserPoolId, ClientId, ...body })
  }
  const addUser = async (Username: string, attributes: Record<string, string> = {}) => {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
    const created = await ask('AdminCreateUser', { Username, UserAttributes })
    await ask('AdminSetUserPassword', { Username, Password: password, Permanent: true })
    return created
  }
  const signIn = (USERNAME: string, PASSWORD = password) =>
    ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })
  return { ask, addUser, signIn, UserPoolId, ClientId }
}
