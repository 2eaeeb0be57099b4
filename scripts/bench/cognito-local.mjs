import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { post } from './post.mjs'

/** cognito-local with a pool and an app client, in a process of its own. */
export async function startCognitoLocal(peers) {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-local-')) // its data
  const port = await freePort()
  const file = join(peers, 'node_modules/cognito-local/lib/bin/start.js')
  const env = { ...process.env, PORT: String(port), LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [file], { cwd: folder, env, stdio: 'ignore' })
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await waitForAnswer(url)
    const { UserPool } = await post(url, 'CreateUserPool', { PoolName: 'local' })
    const userPoolId = UserPool.Id
    const made = await post(url, 'CreateUserPoolClient', {
      UserPoolId: userPoolId,
      ClientName: 'local',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    async function addUser(Username, Password) {
      const user = { UserPoolId: userPoolId, Username }
      const invitation = { TemporaryPassword: Password, MessageAction: 'SUPPRESS' }
      await post(url, 'AdminCreateUser', { ...user, ...invitation })
      await post(url, 'AdminSetUserPassword', { ...user, Password, Permanent: true })
    }
    const { ClientId: clientId } = made.UserPoolClient
    return { url, userPoolId, clientId, addUser, pid: child.pid, stop }
  } catch (reason) {
    stop()
    throw reason
  }
}

async function waitForAnswer(url) {
  for (let attempt = 0; ; attempt++) {
    try {
      await post(url, 'ListUserPools', { MaxResults: 1 })
      return
    } catch (reason) {
      if (attempt > 100) throw reason
      await new Promise((done) => setTimeout(done, 200))
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
