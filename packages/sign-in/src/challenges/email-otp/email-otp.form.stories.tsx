import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { hostile } from '../../../../../.storybook/hostile.ts'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { EmailOtpForm } from './email-otp.form.tsx'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/EMAIL_OTP',
  component: EmailOtpForm,
  tags: ['autodocs'],
  args: { challenge: active('EMAIL_OTP', { respond }) },
} satisfies Meta<typeof EmailOtpForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('a***@e***')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('123 456{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}

export const Answering: Story = {
  args: { challenge: active('EMAIL_OTP', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Code')).toHaveAttribute('readonly')
    await userEvent.type(canvas.getByLabelText('Code'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('EMAIL_OTP', {
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

export const HostileDestination: Story = {
  args: {
    challenge: active('EMAIL_OTP', { destination: hostile.bidi }),
  },
  play: async ({ canvas }) => {
    const shown = canvas.getByText(/^a\*\*\*@/)
    await expect(shown).toBeVisible()
    await expect(shown.textContent).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
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
