// The kit before an emulator that others wrote: it knows REFRESH_TOKEN_AUTH only.
import assert from 'node:assert/strict'
import { createAuth } from '../../packages/sign-in/src/core.ts'
import { fetchTransport } from '../../packages/sign-in/src/transports/fetch.ts'
import { startCognitoLocal } from '../bench/cognito-local.mjs'

const ana = { username: 'ana@example.com', password: 'Pa55word!' }

/** Each step stands on the ones before it. */
export async function proveCognitoLocal(peers) {
  const local = await startCognitoLocal(peers)
  await local.addUser(ana.username, ana.password)
  const sent = []
  const { userPoolId, clientId, url: endpoint } = local
  const auth = createAuth({
    userPoolId,
    clientId,
    endpoint,
    transport: fetchTransport,
    authFlow: 'USER_PASSWORD_AUTH',
    fetch(url, init) {
      sent.push(`${new Headers(init.headers).get('x-amz-target').split('.')[1]} ${flowIn(init)}`)
      return fetch(url, init)
    },
  })
  const session = () => {
    const { session: current, challenge } = auth.getState()
    assert.ok(current, `Nobody is signed in: ${JSON.stringify(challenge)}`)
    return current
  }
  let first

  const facts = {
    async 'a wrong password is refused'() {
      await auth.signIn({ ...ana, password: 'wrong' })
      assert.equal(auth.getState().challenge?.error?.code, 'wrong-credentials')
    },
    async 'the kit signs in'() {
      await auth.signIn(ana)
      first = await session().tokens()
    },
    async 'the kit refreshes, by REFRESH_TOKEN_AUTH'() {
      sent.length = 0
      const second = await session().tokens({ forceRefresh: true })
      assert.notEqual(second.accessToken, first.accessToken)
      assert.equal(second.refreshToken, first.refreshToken)
      assert.deepEqual(sent, ['GetTokensFromRefreshToken ', 'InitiateAuth REFRESH_TOKEN_AUTH'])
    },
    async 'the kit asks for the newer operation only once'() {
      sent.length = 0
      for (let round = 0; round < 3; round++) await session().tokens({ forceRefresh: true })
      assert.deepEqual(new Set(sent), new Set(['InitiateAuth REFRESH_TOKEN_AUTH']))
      assert.equal(sent.length, 3)
    },
    async 'the kit signs out, and the refresh token is revoked'() {
      const { refreshToken } = await session().tokens()
      assert.deepEqual(await session().signOut(), { atService: 'revoked' })
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
        },
        body: JSON.stringify({
          ClientId: clientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: refreshToken },
        }),
      })
      assert.equal(answer.status, 400)
    },
  }

  const results = []
  try {
    for (const [fact, check] of Object.entries(facts)) {
      const error = await check().then(
        () => undefined,
        (reason) => reason,
      )
      results.push({ fact, error })
    }
  } finally {
    local.stop()
  }
  return results
}

function flowIn({ body }) {
  return JSON.parse(body).AuthFlow ?? ''
}
