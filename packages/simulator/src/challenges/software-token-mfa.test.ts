import { describe, expect, test } from 'vitest'
import { exception, openPool } from '../testing/open-pool.test.support.ts'

const users = [{ username: 'ana', password: 'Pa55word!', mfa: ['SOFTWARE_TOKEN_MFA' as const] }]

async function ask() {
  const opened = openPool({ users })
  const enter = async (code: string) => {
    return opened.answer(await opened.signIn('ana'), { SOFTWARE_TOKEN_MFA_CODE: code })
  }
  return { ...opened, asked: await opened.signIn('ana'), enter }
}

describe('asked', () => {
  test('names the user', async () => {
    const { asked } = await ask()
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    expect(asked.ChallengeParameters).toEqual({ USERNAME: 'ana', USER_ID_FOR_SRP: 'ana' })
  })
})

describe('answered', () => {
  test('accepts the code of the authenticator app', async () => {
    const { pool, asked, answer } = await ask()
    const shown = { SOFTWARE_TOKEN_MFA_CODE: pool.totp('ana')!.code }
    expect(await answer(asked, shown)).toHaveProperty('AuthenticationResult')
  })

  test('refuses a wrong code and accepts the right one afterwards', async () => {
    const { pool, asked, answer } = await ask()
    const wrong = await answer(asked, { SOFTWARE_TOKEN_MFA_CODE: '12345' })
    expect(wrong).toEqual(exception('CodeMismatchException', 'Invalid code received for user'))
    const shown = { SOFTWARE_TOKEN_MFA_CODE: pool.totp('ana')!.code }
    expect(await answer(asked, shown)).toHaveProperty('AuthenticationResult')
  })

  test('refuses the digits of another script', async () => {
    const { pool, asked, answer } = await ask()
    expect(await answer(asked, { SOFTWARE_TOKEN_MFA_CODE: '१२३४५६' })).toMatchObject({
      __type: 'CodeMismatchException',
    })
    const shown = { SOFTWARE_TOKEN_MFA_CODE: pool.totp('ana')!.code }
    expect(await answer(asked, shown)).toHaveProperty('AuthenticationResult')
  })

  test('accepts a code once, and reports that it was used', async () => {
    const { pool, signIn, answer, enter } = await ask()
    const { code } = pool.totp('ana')!
    await enter(code)
    const again = await signIn('ana')
    expect(await answer(again, { SOFTWARE_TOKEN_MFA_CODE: code })).toEqual(
      exception('ExpiredCodeException', 'Your software token has already been used once.'),
    )
    pool.clock.advance(30)
    const next = { SOFTWARE_TOKEN_MFA_CODE: pool.totp('ana')!.code }
    expect(await answer(again, next)).toHaveProperty('AuthenticationResult')
  })

  test.each([-30, 30])('accepts a clock that is off by %d s', async (off) => {
    const { pool, enter } = await ask()
    const { code } = pool.totp('ana')!
    pool.clock.advance(off)
    expect(await enter(code)).toHaveProperty('AuthenticationResult')
  })

  test.each([-60, 60])('refuses a clock that is off by %d s', async (off) => {
    const { pool, enter } = await ask()
    const { code } = pool.totp('ana')!
    pool.clock.advance(off)
    expect(await enter(code)).toMatchObject({ __type: 'CodeMismatchException' })
  })

  test('requires the code under its own key', async () => {
    const { asked, answer } = await ask()
    expect(await answer(asked, { SMS_MFA_CODE: '123456' })).toEqual(
      exception('InvalidParameterException', 'Missing required parameter SOFTWARE_TOKEN_MFA_CODE'),
    )
  })
})
