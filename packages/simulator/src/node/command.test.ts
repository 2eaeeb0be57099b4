import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataFile } from './data-file.ts'
import { loadTriggers } from './load-triggers.ts'
import { readFlags } from './read-flags.ts'

const command = fileURLToPath(new URL('command.ts', import.meta.url))
const password = 'Pa55word!'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function start(...flags: string[]) {
  const child = spawn(process.execPath, [command, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const line = String(chunk)
  const url = /http:\S+/.exec(line)![0]
  const ask = async (operation: string, body: object) => {
    const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await (await fetch(url, init)).json()) as Record<string, Record<string, string>>
  }
  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    return code
  }
  return { line, url, ask, stop }
}

test('pools, users and tokens survive a restart', async () => {
  const file = join(folder, 'pool.json')
  const triggers = join(folder, 'triggers.mjs')
  await writeFile(triggers, 'export function preTokenGeneration(event) { return event }')
  const first = await start('--data', file, '--triggers', triggers, '--issuer', 'self')
  expect(first.line).toMatch(/for development only/)
  const { UserPool } = await first.ask('CreateUserPool', { PoolName: 'kept' })
  const UserPoolId = UserPool!.Id!
  const { UserPoolClient } = await first.ask('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'kept',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  })
  const user = { UserPoolId, Username: 'ana', Password: password, Permanent: true }
  await first.ask('AdminCreateUser', user)
  await first.ask('AdminSetUserPassword', user)
  const signIn = {
    ClientId: UserPoolClient!.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ana', PASSWORD: password },
  }
  const { AuthenticationResult: tokens } = await first.ask('InitiateAuth', signIn)
  expect(decodeJwt(tokens!.AccessToken!).iss).toBe(`${first.url}/${UserPoolId}`)
  expect(await first.stop()).toBe(0)
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await readdir(folder)).toHaveLength(2)

  const second = await start('--data', file)
  expect(await second.ask('InitiateAuth', signIn)).toHaveProperty('AuthenticationResult')
  expect(
    await second.ask('GetTokensFromRefreshToken', {
      ClientId: UserPoolClient!.ClientId,
      RefreshToken: tokens!.RefreshToken,
    }),
  ).toHaveProperty('AuthenticationResult')
  await second.stop()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1 })
})

test('an unknown flag is refused with advice', async () => {
  const run = promisify(execFile)(process.execPath, [command, '--nonsense'])
  const stderr: unknown = expect.stringContaining("Unknown option '--nonsense'")
  await expect(run).rejects.toMatchObject({ code: 1, stderr })
})

test('--help says what the simulator is for', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--help'])
  expect(stdout).toMatch(/^A stand-in for Amazon Cognito user pools, for development\./)
})

test.each([
  ['--port', 'http', '--port must be 0 to 65535.'],
  ['--port', '65536', '--port must be 0 to 65535.'],
  ['--issuer', 'me', '--issuer must be aws or self.'],
])('%s %s is refused with advice', (flag, value, advice) => {
  expect(() => readFlags([flag, value])).toThrow(advice)
})

test('a file of another kind is refused by its name', async () => {
  await expect(openDataFile(command)).rejects.toThrow('is not a data file of the simulator.')
  await expect(
    loadTriggers(fileURLToPath(new URL('read-body.ts', import.meta.url))),
  ).rejects.toThrow('exports no trigger')
})
