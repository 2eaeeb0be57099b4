import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { hostile } from '../../../../../.storybook/hostile.ts'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { SmsMfaForm } from './sms-mfa.form.tsx'

const respond = fn().mockName('respond')
const resend = fn().mockName('resend')

const meta = {
  title: 'Challenges/SMS_MFA',
  component: SmsMfaForm,
  tags: ['autodocs'],
  args: { challenge: active('SMS_MFA', { respond }) },
} satisfies Meta<typeof SmsMfaForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('+*******0134')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('123 456{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}

export const Answering: Story = {
  args: { challenge: active('SMS_MFA', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Code')).toHaveAttribute('readonly')
    await userEvent.type(canvas.getByLabelText('Code'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('SMS_MFA', {
      phase: 'rejected',
      error: new AuthError('code-wrong'),
      tries: 1,
    }),
  },
  play: async ({ canvas }) => {
    const code = canvas.getByLabelText('Code')
    await expect(canvas.getByRole('alert')).toHaveTextContent('That code is not right')
    await expect(code).toHaveAttribute('aria-invalid', 'true')
    await expect(code).toHaveAccessibleDescription(/not right/)
    await expect(code).toHaveFocus()
  },
}

/** Cognito sends a code once: the only way out is another one. */
export const CodeExpired: Story = {
  args: {
    challenge: active('SMS_MFA', {
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

export const NoConnection: Story = {
  args: {
    challenge: active('SMS_MFA', {
      phase: 'rejected',
      error: new AuthError('network', { sent: 'no' }),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('what you typed is kept')
    await expect(canvas.getByLabelText('Code')).toHaveAttribute('aria-invalid', 'false')
  },
}

/** The pool did not say where it went. */
export const NoDestination: Story = {
  args: { challenge: active('SMS_MFA', { destination: undefined }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('your phone')).toBeVisible()
  },
}

export const HostileDestination: Story = {
  args: {
    challenge: active('SMS_MFA', { destination: hostile.markup }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(hostile.markup)).toBeVisible()
    await expect(canvas.queryByRole('img')).not.toBeInTheDocument()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'One more step', code: 'Six digits' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'One more step' })).toBeVisible()
    await expect(canvas.getByLabelText('Six digits')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
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
