import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import type { AuthSession } from './session.ts'
import { createRun, endRun } from './run.ts'

const device = { key: 'eu-west-1_d', groupKey: '-g', secret: 'canary-device' }

test('a sign-in that is over holds no password, no answer and no device any more', () => {
  const run = createRun({ username: 'ana', password: 'canary-password' }, device)
  run.given.set('PASSWORD', { password: 'canary-given' })
  const signOut = vi.fn(async () => {})
  run.session = { signOut } as Partial<AuthSession> as AuthSession
  expect(inspect(run, { depth: null }).match(/canary-\w+/g)).toHaveLength(3)
  endRun(run)
  expect(inspect(run, { depth: null })).not.toContain('canary')
  expect(run.credentials).toEqual({ username: 'ana' })
  expect(run.controller.signal.aborted).toBe(true)
  expect(signOut).toHaveBeenCalledOnce()
  expect(run.session).toBeUndefined()
})
