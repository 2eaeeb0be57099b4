import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Auth, AuthOptions } from '../../../packages/sign-in/src/core.ts'
import { createUserPool } from '../../../packages/simulator/src/index.ts'
import { serve } from '../../../packages/simulator/src/node/index.ts'
import { bundle } from '../../../scripts/bundle.mjs'
import { expect, test } from './journey.ts'

declare global {
  var kit: { createAuth: (options: AuthOptions) => Auth; options: Partial<AuthOptions> }
}

const password = 'Pa55word!'

test('SRP and an authenticator code take three requests and at most one preflight', async ({
  page,
  transport,
}) => {
  const users = [{ username: 'ana', password, mfa: ['SOFTWARE_TOKEN_MFA' as const] }]
  const pool = createUserPool({ users })
  const asked: string[] = []
  const server = await serve({
    fetch(input) {
      asked.push((input as Request).method)
      return pool.fetch(input)
    },
  })
  const host = await servePage(transport)

  await page.goto(host.url)
  await page.exposeFunction('codeOf', (username: string) => pool.totp(username)!.code)
  const status = await page.evaluate(
    async ([endpoint, config, secret]) => {
      const { codeOf } = globalThis as unknown as { codeOf: (name: string) => Promise<string> }
      const auth = kit.createAuth({ ...config, ...kit.options, endpoint })
      await auth.signIn({ username: 'ana', password: secret })
      const { challenge } = auth.getState()
      if (challenge?.name === 'SOFTWARE_TOKEN_MFA') {
        await challenge.respond({ code: await codeOf('ana') })
      }
      return auth.getState().status
    },
    [server.url, pool.config, password] as const,
  )
  await Promise.all([server.close(), host.close()])

  expect(status).toBe('signed-in')
  expect(asked.filter((method) => method === 'POST')).toHaveLength(3)
  expect(asked.filter((method) => method === 'OPTIONS').length).toBeLessThanOrEqual(1)
})

/** A page with the kit alone, on another origin than the pool. */
async function servePage(transport: string) {
  const { first, later } = await bundle(`
    import { createAuth } from '@sallyport/sign-in/core'
    import { fetchTransport } from '@sallyport/sign-in/transports/fetch'
    globalThis.kit = { createAuth, options: ${transport === 'fetch' ? '{ transport: fetchTransport }' : '{}'} }`)
  const scripts = new Map([...first, ...later].map(({ name, code }) => [`/${name}`, code]))
  const entry = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${first[0]!.name}"></script>`
  const server = createServer(({ url = '/' }, response) => {
    const code = scripts.get(url)
    response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript')
    response.end(code ?? entry)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}
