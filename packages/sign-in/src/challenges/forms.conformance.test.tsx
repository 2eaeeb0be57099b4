import type { ComponentType } from 'react'
import { StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { danglingIds } from '../parts/dangling-ids.test.support.ts'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import '../styles.css'
import { active, type ActiveOptions } from '../testing/active.ts'
import type { ChallengeName } from './challenge.ts'
import * as forms from './forms.ts'

// What every form must do, whatever it asks.

type Props = Partial<ChallengeState<object, never>>
type Case = {
  name: string
  typed: Record<string, string>
  answer: object
  form: ComponentType<Props>
}

function formCase<Name extends ChallengeName>(
  name: Name,
  Form: ComponentType<{ challenge: never }>,
  typed: Record<string, string>,
  answer: object,
  options: ActiveOptions<Name> = {},
): Case {
  const form = (props: Props) => (
    <Form challenge={active(name, { ...options, ...(props as ActiveOptions<Name>) }) as never} />
  )
  return { name, typed, answer, form }
}

const secretCode = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const cases: Case[] = [
  formCase(
    'SIGN_IN',
    forms.SignInForm,
    { Username: 'ana', Password: ' Pa55 word ' },
    { username: 'ana', password: ' Pa55 word ' },
    { username: '' },
  ),
  formCase('SMS_MFA', forms.SmsMfaForm, { Code: '123 456' }, { code: '123456' }),
  formCase('EMAIL_OTP', forms.EmailOtpForm, { Code: '12345678' }, { code: '12345678' }),
  formCase(
    'SOFTWARE_TOKEN_MFA',
    forms.SoftwareTokenMfaForm,
    { Code: '123456' },
    { code: '123456' },
  ),
  formCase('SMS_OTP', forms.SmsOtpForm, { Code: '12345678' }, { code: '12345678' }),
  formCase('PASSWORD', forms.PasswordForm, { Password: ' Pa55 ' }, { password: ' Pa55 ' }),
  formCase('PASSWORD_SRP', forms.PasswordSrpForm, { Password: ' Pa55 ' }, { password: ' Pa55 ' }),
  formCase(
    'ADMIN_NO_SRP_AUTH',
    forms.AdminNoSrpAuthForm,
    { Password: ' Pa55 ' },
    { password: ' Pa55 ' },
  ),
  formCase('SELECT_CHALLENGE', forms.SelectChallengeForm, {}, { choice: 'WEB_AUTHN' }),
  formCase(
    'SELECT_CHALLENGE',
    forms.SelectChallengeForm,
    { 'Your password': ' Pa55 ' },
    { choice: 'PASSWORD_SRP', password: ' Pa55 ' },
    { choices: ['PASSWORD_SRP'] },
  ),
  formCase(
    'SELECT_CHALLENGE',
    forms.SelectChallengeForm,
    { 'Your password': ' Pa55 ' },
    { choice: 'PASSWORD_SRP', password: ' Pa55 ' },
    { choices: ['PASSWORD_SRP', 'EMAIL_OTP'] },
  ),
  formCase('SELECT_MFA_TYPE', forms.SelectMfaTypeForm, {}, { choice: 'SOFTWARE_TOKEN_MFA' }),
  formCase(
    'MFA_SETUP',
    forms.MfaSetupForm,
    { 'Code from the app': '123456' },
    { code: '123456' },
    { choices: ['SOFTWARE_TOKEN_MFA'], secretCode },
  ),
  formCase(
    'MFA_SETUP',
    forms.MfaSetupForm,
    { 'E-mail address': 'ana@example.com' },
    { email: 'ana@example.com' },
    { choices: ['EMAIL_OTP'] },
  ),
  formCase(
    'NEW_PASSWORD_REQUIRED',
    forms.NewPasswordRequiredForm,
    {
      'New password': ' N3w word ',
      'New password again': ' N3w word ',
      'Full name': ' Ana ',
      'Date of birth': '1990-12-31',
    },
    { newPassword: ' N3w word ', attributes: { name: 'Ana', birthdate: '1990-12-31' } },
  ),
  formCase('WEB_AUTHN', forms.WebAuthnForm, {}, {}),
  formCase('REMEMBER_DEVICE', forms.RememberDeviceForm, {}, { remember: true }),
  formCase('CUSTOM_CHALLENGE', forms.CustomChallengeForm, { Answer: ' Rex ' }, { answer: ' Rex ' }),
]

const field = (label: string) => page.getByLabelText(label, { exact: true })

async function typeAll(typed: Record<string, string>) {
  for (const [label, text] of Object.entries(typed)) await field(label).fill(text)
}

describe.each(cases)('$name', ({ name, typed, answer, form: Form }) => {
  const shown = (props: Props = {}) =>
    render(
      <StrictMode>
        <Form {...props} />
      </StrictMode>,
    )
  const element = () => document.querySelector('form')

  test('says which challenge and phase it is in, once', async () => {
    await shown()
    expect(element()?.dataset).toMatchObject({ challenge: name, phase: 'asked' })
    expect(document.querySelectorAll('[data-phase]')).toHaveLength(1)
    expect(element()?.method).toBe('post')
  })

  test('is named by its title, and each field by its label', async () => {
    await shown()
    const title = document.querySelector('h2')
    expect(element()?.getAttribute('aria-labelledby')).toBe(title?.id)
    for (const label of Object.keys(typed)) await expect.element(field(label)).toBeVisible()
  })

  test('refers to no element that is not there', async () => {
    const { container } = await shown({ phase: 'rejected', error: new AuthError('locked-out') })
    expect(container.querySelector('form')?.getAttribute('aria-labelledby')).toBeTruthy()
    expect(danglingIds(container)).toEqual([])
  })

  test('shows whatever else its challenge has', async () => {
    const resend = Object.assign(async () => {}, { readyAt: 0, count: 0 })
    await shown({ expiresAt: Date.now() + 60_000, resend, chooseMethod: async () => {} })
    const parts = ['time', 'resend', 'choose-method', 'restart']
    const found = parts.filter((part) => element()?.querySelector(`[data-part="${part}"]`))
    // The start has none of them, and a user who is signed in already does not go back to it.
    const without: Record<string, string[]> = { SIGN_IN: parts, REMEMBER_DEVICE: ['restart'] }
    expect(found).toEqual(parts.filter((part) => !without[name]?.includes(part)))
  })

  test('answers on Enter with what was typed', async () => {
    const respond = vi.fn(async () => {})
    await shown({ respond })
    await typeAll(typed)
    element()
      ?.querySelector<HTMLElement>('input:not([tabindex="-1"]), button[type="submit"]')
      ?.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(respond).toHaveBeenCalledExactlyOnceWith(answer))
  })

  test('answers with what stands in the DOM, however it came there', async () => {
    const respond = vi.fn(async () => {})
    await shown({ respond })
    for (const [label, text] of Object.entries(typed)) {
      ;(field(label).element() as HTMLInputElement).value = text
    }
    element()?.requestSubmit()
    await vi.waitFor(() => expect(respond).toHaveBeenCalledExactlyOnceWith(answer))
  })

  test('keeps what was typed, at rest, while the answer is under way', async () => {
    const respond = vi.fn(async () => {})
    const { rerender } = await shown({ respond })
    await typeAll(typed)
    await rerender(
      <StrictMode>
        <Form respond={respond} phase="answering" />
      </StrictMode>,
    )
    for (const [label, text] of Object.entries(typed)) {
      await expect.element(field(label)).toHaveValue(text)
      await expect.element(field(label)).toHaveAttribute('readonly')
    }
    const submit = element()?.querySelector<HTMLButtonElement>('[type="submit"]')
    expect(submit?.getAttribute('aria-disabled')).toBe('true')
    expect(submit?.disabled).toBe(false)
    element()?.requestSubmit()
    await new Promise((done) => setTimeout(done, 50))
    expect(respond).not.toHaveBeenCalled()
  })

  test('says why it was rejected, in one alert, and keeps what was typed', async () => {
    const { rerender } = await shown()
    await typeAll(typed)
    const error = new AuthError('locked-out')
    await rerender(
      <StrictMode>
        <Form phase="rejected" error={error} />
      </StrictMode>,
    )
    await expect.element(page.getByRole('alert')).toMatchTextContent(error.message)
    expect(document.querySelectorAll('[role="alert"]')).toHaveLength(1)
    expect(element()?.dataset).toMatchObject({ phase: 'rejected', error: 'locked-out' })
    for (const [label, text] of Object.entries(typed)) {
      await expect.element(field(label)).toHaveValue(text)
    }
  })

  test('sends nothing that is not filled in, and says what is missing', async () => {
    const labels = Object.keys(typed)
    if (labels.length === 0) return
    const respond = vi.fn(async () => {})
    await shown({ respond })
    element()?.requestSubmit()
    await expect.element(field(labels[0] as string)).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field(labels[0] as string)).toHaveFocus()
    expect(document.querySelectorAll('[data-part="issue"]').length).toBe(labels.length)
    expect(respond).not.toHaveBeenCalled()
  })
})
