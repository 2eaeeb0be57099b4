import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SmsMfaForm } from '../challenges/sms-mfa/sms-mfa.form.tsx'
import { active } from '../testing/active.ts'

const received = vi.fn<(how: { signal: AbortSignal }) => Promise<unknown>>()

beforeEach(() => {
  vi.stubGlobal('OTPCredential', () => {})
  vi.spyOn(navigator.credentials, 'get').mockImplementation(received as never)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  received.mockReset()
})

const sent = (count: number) =>
  active('SMS_MFA', { resend: Object.assign(async () => {}, { count, readyAt: 0 }) })

test('a texted code is filled in by the browser, once for each message', async () => {
  received.mockResolvedValueOnce({ code: '111111' }).mockResolvedValueOnce({ code: '222222' })
  const { rerender } = await render(<SmsMfaForm challenge={sent(0)} />)
  const code = page.getByLabelText('Code', { exact: true })
  await expect.element(code).toHaveValue('111111')
  await rerender(<SmsMfaForm challenge={sent(0)} />)
  expect(received).toHaveBeenCalledTimes(1)
  await rerender(<SmsMfaForm challenge={sent(1)} />)
  await expect.element(code).toHaveValue('222222')
})

test('nobody listens any more once the form has gone', async () => {
  received.mockReturnValue(new Promise(() => {}))
  const { unmount } = await render(<SmsMfaForm challenge={sent(0)} />)
  const { signal } = received.mock.calls[0]?.[0] ?? {}
  expect(signal?.aborted).toBe(false)
  await unmount()
  expect(signal?.aborted).toBe(true)
})
