import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { firstStep } from '../challenges/first-step.ts'
import { toOpaque } from '../protocol/opaque.ts'
import type { OpenedSession } from '../session/create-sessions.ts'
import { openStep } from './pending-challenge.ts'
import { createSignInAttempt, endSignInAttempt } from './sign-in-attempt.ts'

test('an ended attempt holds no password, no answer and no device', () => {
  const first = firstStep({ asksPassword: true, gavePassword: false })
  const attempt = createSignInAttempt(openStep({ ...first, username: 'ana', round: 0 }))
  attempt.credentials = { username: 'ana', password: 'canary-password' }
  attempt.device = { key: 'eu-west-1_d', groupKey: '-g', secret: 'canary-device' }
  attempt.answers.set('PASSWORD', toOpaque({ password: 'canary-answer' }))
  const signOut = vi.fn(async () => ({}))
  const { signal } = new AbortController()
  attempt.opened = { signal, session: { signOut } } as object as OpenedSession
  expect(inspect(attempt, { depth: null }).match(/canary-\w+/g)).toHaveLength(3)
  endSignInAttempt(attempt)
  expect(inspect(attempt, { depth: null })).not.toContain('canary')
  expect(attempt.credentials).toEqual({ username: 'ana' })
  expect(attempt.controller.signal.aborted).toBe(true)
  expect(signOut).toHaveBeenCalledOnce()
  expect(attempt.opened).toBeUndefined()
})
