// Requests and preflights of a sign-in by SRP and an authenticator's code, counted where they arrive.
import { fileURLToPath } from 'node:url'
import { createUserPool } from '../../packages/simulator/src/index.ts'
import { serve } from '../../packages/simulator/src/node/index.ts'
import { openPage } from './page.mjs'

const password = 'Pa55word!'
const names = ['sallyport', 'sallyport, small transport', 'aws-amplify']

export async function benchNetwork(peers) {
  const users = names.map((username) => ({ username, password, mfa: ['SOFTWARE_TOKEN_MFA'] }))
  const pool = createUserPool({ users })
  const { page, close } = await openPage(peers, 'network', source)
  await page.exposeFunction('codeOf', (username) => pool.totp(username).code)
  const rows = []
  for (const name of names) {
    const methods = []
    // An address of its own for each: the browser keeps what a preflight allowed.
    const server = await serve({
      fetch(request) {
        methods.push(request.method)
        return pool.fetch(request)
      },
    })
    const config = { ...pool.config, endpoint: server.url }
    await page.evaluate(([of, to]) => globalThis.signIns[of](of, to), [name, config])
    await server.close()
    const preflights = methods.filter((method) => method === 'OPTIONS').length
    rows.push({ of: name, requests: methods.length - preflights, preflights })
  }
  await close()
  return {
    rows,
    goals: rows.slice(0, 2).map(({ of, requests, preflights }) => ({
      goal: `${of}: 3 requests and at most 1 preflight`,
      met: requests === 3 && preflights <= 1,
      seen: `${requests} and ${preflights}`,
    })),
  }
}

const kit = fileURLToPath(new URL('../../packages/sign-in/src', import.meta.url))
const source = `
  import { createAuth } from '${kit}/core.ts'
  import { fetchTransport } from '${kit}/transports/fetch.ts'
  import { Amplify } from 'aws-amplify'
  import { confirmSignIn, signIn } from 'aws-amplify/auth'

  const password = '${password}'
  const byKit = (options) => async (username, config) => {
    const auth = createAuth({ ...config, ...options })
    await auth.signIn({ username, password })
    const { challenge } = auth.getState()
    await challenge.respond({ code: await codeOf(username) })
    if (auth.getState().status !== 'signed-in') throw new Error('Not signed in')
  }
  globalThis.signIns = {
    sallyport: byKit({}),
    'sallyport, small transport': byKit({ transport: fetchTransport }),
    async 'aws-amplify'(username, { userPoolId, clientId, endpoint }) {
      const client = { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint }
      Amplify.configure({ Auth: { Cognito: client } })
      await signIn({ username, password })
      const { isSignedIn } = await confirmSignIn({ challengeResponse: await codeOf(username) })
      if (!isSignedIn) throw new Error('Not signed in')
    },
  }
  globalThis.ready = true`
