import { describe, expect, test } from 'vitest'
import { openPool, password } from '../testing/open-pool.test.support.ts'
import type { Fault } from './fault.ts'

const users = [
  {
    username: 'ana',
    password,
    mfa: ['SMS_MFA' as const],
    attributes: { phone_number: '+15555550134' },
  },
]

function open(...faults: Fault[]) {
  const opened = openPool({ users })
  for (const fault of faults) opened.pool.faults.add(fault)
  return opened
}

describe('a planned fault', () => {
  test('answers with an error before the pool has done anything', async () => {
    const { pool, signIn } = open({ answer: { error: 'TooManyRequestsException' } })
    expect(await signIn('ana')).toEqual({ __type: 'TooManyRequestsException' })
    expect(pool.outbox).toEqual([])
  })

  test('loses only the answer if it comes after the processing', async () => {
    const { pool, signIn, answer } = open({
      operation: 'RespondToAuthChallenge',
      call: 1,
      when: 'after',
      answer: 'drop',
    })
    const asked = await signIn('ana')
    const right = { SMS_MFA_CODE: pool.outbox.at(-1)!.code }
    await expect(answer(asked, right)).rejects.toThrow(TypeError)
    expect(await answer(asked, right)).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    })
  })

  test('affects only the given call', async () => {
    const answer = { error: 'InternalErrorException', message: 'Out of order' }
    const { signIn, ask } = open({ operation: 'InitiateAuth', call: 2, answer })
    expect(await signIn('ana')).toHaveProperty('Session')
    expect(await ask('AdminGetUser', { Username: 'ana' })).toHaveProperty('Username')
    expect(await signIn('ana')).toMatchObject({ message: 'Out of order' })
    expect(await signIn('ana')).toHaveProperty('Session')
  })

  test('answers with any status, headers and body', async () => {
    const answer = {
      status: 403,
      body: '<h1>Blocked</h1>',
      headers: { 'content-type': 'text/html' },
    }
    const response = await open({ answer }).pool.fetch('https://example.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: '{}',
    })
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.text()).toBe('<h1>Blocked</h1>')
  })

  test('answers with an error with its own status and headers', async () => {
    const answer = {
      error: 'TooManyRequestsException',
      status: 429,
      headers: { 'retry-after': '7' },
    }
    const response = await open({ answer }).pool.fetch('https://example.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: '{}',
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  test('never answers until the caller aborts', async () => {
    const { pool } = open({ answer: 'hang' })
    const giveUp = new AbortController()
    const answer = pool.fetch('https://example.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: '{}',
      signal: giveUp.signal,
    })
    giveUp.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('answers normally after a delay', async () => {
    const { signIn } = open({ answer: { delay: 0.001 } })
    expect(await signIn('ana')).toHaveProperty('Session')
  })

  test('is refused if it is invalid', () => {
    const { pool } = open()
    expect(() => pool.faults.add({ answer: { status: 99, body: '' } })).toThrow(/200 to 599/)
  })
})

describe('cleared faults', () => {
  test('no longer have an effect', async () => {
    const { pool, signIn } = open({ answer: 'drop' })
    pool.faults.clear()
    expect(await signIn('ana')).toHaveProperty('Session')
  })
})
