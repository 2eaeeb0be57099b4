import type { ComponentType } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

// React reports every commit to its developer tools, which have to be there before React loads.
let commits = 0
// oxlint-disable no-underscore-dangle -- the name is React's
interface Hook {
  onCommitFiberRoot?: (...root: unknown[]) => void
}
const tools = globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: Hook }
const hook: Hook = (tools.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= {
  supportsFiber: true,
  renderers: new Map(),
  inject: () => 1,
  onCommitFiberUnmount() {},
} as Hook)
const passOn = hook.onCommitFiberRoot
hook.onCommitFiberRoot = (...root) => {
  commits += 1
  passOn?.(...root)
}

const { render } = await import('vitest-browser-react')
const forms = await import('./forms.ts')
const { SignInForm } = await import('./sign-in/sign-in.form.tsx')
const { active } = await import('../testing/active.ts')

const secretCode = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const start = {
  name: 'SIGN_IN',
  asksPassword: true,
  phase: 'asked',
  username: '',
  round: 0,
  tries: 0,
  respond: async () => {},
  restart() {},
}

describe.each<
  [name: string, label: string, form: ComponentType<{ challenge: never }>, challenge: object]
>([
  ['SIGN_IN', 'Username', SignInForm, start],
  ['SIGN_IN', 'Password', SignInForm, start],
  ['SMS_MFA', 'Code', forms.SmsMfaForm, active('SMS_MFA')],
  ['EMAIL_OTP', 'Code', forms.EmailOtpForm, active('EMAIL_OTP')],
  ['SMS_OTP', 'Code', forms.SmsOtpForm, active('SMS_OTP')],
  ['PASSWORD', 'Password', forms.PasswordForm, active('PASSWORD')],
  [
    'SELECT_CHALLENGE',
    'Your password',
    forms.SelectChallengeForm,
    active('SELECT_CHALLENGE', { choices: ['PASSWORD_SRP', 'EMAIL_OTP'] }),
  ],
  ['SOFTWARE_TOKEN_MFA', 'Code', forms.SoftwareTokenMfaForm, active('SOFTWARE_TOKEN_MFA')],
  [
    'MFA_SETUP',
    'Code from the app',
    forms.MfaSetupForm,
    active('MFA_SETUP', { choices: ['SOFTWARE_TOKEN_MFA'], secretCode }),
  ],
  [
    'MFA_SETUP',
    'E-mail address',
    forms.MfaSetupForm,
    active('MFA_SETUP', { choices: ['EMAIL_OTP'] }),
  ],
  [
    'NEW_PASSWORD_REQUIRED',
    'New password',
    forms.NewPasswordRequiredForm,
    active('NEW_PASSWORD_REQUIRED'),
  ],
  [
    'NEW_PASSWORD_REQUIRED',
    'Full name',
    forms.NewPasswordRequiredForm,
    active('NEW_PASSWORD_REQUIRED'),
  ],
  ['CUSTOM_CHALLENGE', 'Answer', forms.CustomChallengeForm, active('CUSTOM_CHALLENGE')],
])('%s, %s', (_name, label, Form, challenge) => {
  const shown = () => render(<Form challenge={challenge as never} />)
  const input = () => page.getByLabelText(label, { exact: true })

  test('a keystroke commits nothing', async () => {
    const before = commits
    await shown()
    expect(commits).toBeGreaterThan(before)
    await input().click()
    await settled()
    const ready = commits
    await userEvent.keyboard('12ab')
    await settled()
    await expect.element(input()).toHaveValue('12ab')
    expect(commits - ready).toBe(0)
  })

  test('a keystroke commits once where it mends what was wrong, and then nothing', async () => {
    await shown()
    document.querySelector('form')?.requestSubmit()
    await expect.element(input()).toHaveAttribute('aria-invalid', 'true')
    await input().click()
    await userEvent.keyboard('123456')
    await settled()
    const mended = commits
    await userEvent.keyboard('78')
    await settled()
    expect(commits - mended).toBe(0)
  })
})

function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 60))
}
