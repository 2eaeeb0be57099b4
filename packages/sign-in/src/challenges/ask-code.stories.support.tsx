import type { StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { hostile } from '../../../../.storybook/hostile.ts'
import * as Challenge from '../parts/index.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { active, type ActiveOptions } from '../testing/active.ts'
import type { SmsMfaForm } from './sms-mfa/sms-mfa.form.tsx'

type Story = StoryObj<typeof SmsMfaForm>

interface AskCodeStoriesOptions {
  /** What the hint says about where the code is. */
  hint: string
}

/** The stories that the forms for a one-time code have in common. */
export function askCodeStories(
  name: 'EMAIL_OTP' | 'SMS_MFA' | 'SMS_OTP' | 'SOFTWARE_TOKEN_MFA',
  { hint }: AskCodeStoriesOptions,
) {
  const respond = fn().mockName('respond')
  const resend = fn().mockName('resend')
  const chooseMethod = fn().mockName('chooseMethod')
  const challenge = (options: ActiveOptions<'SMS_MFA'> = {}) =>
    active(name, { respond, ...options }) as ReturnType<typeof active<'SMS_MFA'>>

  const Asked: Story = {
    args: { challenge: challenge() },
    play: async ({ canvas, userEvent }) => {
      await expect(canvas.getByText(hint)).toBeVisible()
      await userEvent.tab()
      await expect(canvas.getByLabelText('Code')).toHaveFocus()
      await userEvent.keyboard('123 456{Enter}')
      await expect(respond).toHaveBeenCalledWith({ code: '123456' })
    },
  }

  const Answering: Story = {
    args: { challenge: challenge({ phase: 'answering', chooseMethod }) },
    play: async ({ canvas, userEvent }) => {
      await expect(canvas.getByLabelText('Code')).toHaveAttribute('readonly')
      await userEvent.type(canvas.getByLabelText('Code'), '{Enter}')
      await expect(respond).not.toHaveBeenCalled()
      const other = canvas.getByRole('button', { name: 'Other ways to sign in' })
      await expect(other).toHaveAttribute('aria-disabled', 'true')
    },
  }

  const Rejected: Story = {
    args: {
      challenge: challenge({ phase: 'rejected', error: new AuthError('code-wrong'), tries: 1 }),
    },
    play: async ({ canvas }) => {
      const code = canvas.getByLabelText('Code')
      await expect(canvas.getByRole('alert')).toHaveTextContent('That code is not right')
      await expect(code).toHaveAttribute('aria-invalid', 'true')
      await expect(code).toHaveAccessibleDescription(/not right/)
      await expect(code).toHaveFocus()
    },
  }

  /** Cognito sends a code once: the user has to ask for another. */
  const CodeExpired: Story = {
    args: {
      challenge: challenge({
        phase: 'rejected',
        error: new AuthError('code-expired'),
        resend: Object.assign(resend, { readyAt: 0, count: 0 }),
      }),
    },
    play: async ({ canvas, userEvent }) => {
      await expect(canvas.getByRole('alert')).toHaveTextContent('Ask for a new one')
      await userEvent.click(canvas.getByRole('button', { name: 'Send a new code' }))
      await expect(resend).toHaveBeenCalledOnce()
    },
  }

  /** The user came by the choice of ways to sign in, and can go back to it. */
  const ChooseMethod: Story = {
    args: { challenge: challenge({ chooseMethod }) },
    play: async ({ canvas, userEvent }) => {
      await userEvent.click(canvas.getByRole('button', { name: 'Other ways to sign in' }))
      await expect(chooseMethod).toHaveBeenCalledOnce()
    },
  }

  const HostileDestination: Story = {
    args: { challenge: challenge({ destination: hostile.markup }) },
    play: async ({ canvas }) => {
      await expect(canvas.getByText(hostile.markup)).toBeVisible()
      await expect(canvas.queryByRole('img')).not.toBeInTheDocument()
    },
  }

  const OwnLabels: Story = {
    args: { challenge: challenge(), labels: { title: 'One more step', code: 'Six digits' } },
    play: async ({ canvas }) => {
      await expect(canvas.getByRole('form', { name: 'One more step' })).toBeVisible()
      await expect(canvas.getByLabelText('Six digits')).toBeVisible()
    },
  }

  const OwnLayout: Story = {
    args: {
      challenge: challenge(),
      children: (
        <>
          <Challenge.Title>Code, please</Challenge.Title>
          <Challenge.CodeField name="code" label="Six digits" />
          <Challenge.ErrorMessage />
          <Challenge.Submit>Go</Challenge.Submit>
        </>
      ),
    },
    play: async ({ canvas, userEvent }) => {
      await userEvent.type(canvas.getByLabelText('Six digits'), '123456')
      await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
      await expect(respond).toHaveBeenCalledWith({ code: '123456' })
    },
  }

  return {
    Asked,
    Answering,
    Rejected,
    CodeExpired,
    ChooseMethod,
    HostileDestination,
    OwnLabels,
    OwnLayout,
  }
}
