import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { PasswordForm } from './password.form.tsx'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/PASSWORD',
  component: PasswordForm,
  tags: ['autodocs'],
  args: { challenge: active('PASSWORD', { respond }) },
} satisfies Meta<typeof PasswordForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await expect(canvas.getByLabelText('Password')).toHaveFocus()
    await userEvent.keyboard(' Pa55word! {Enter}')
    await expect(respond).toHaveBeenCalledWith({ password: ' Pa55word! ' })
  },
}

export const Answering: Story = {
  args: { challenge: active('PASSWORD', { attempt: { phase: 'answering' }, respond }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Password'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('PASSWORD', {
      attempt: { phase: 'rejected', error: new AuthError('network', { sent: 'no' }) },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('what you typed is kept')
  },
}

export const OwnWords: Story = {
  args: { labels: { title: 'Your secret, please', password: 'Secret' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Your secret, please' })).toBeVisible()
    await expect(canvas.getByLabelText('Secret')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    children: (
      <>
        <Challenge.Title>One word</Challenge.Title>
        <Challenge.PasswordField name="password" label="Secret" />
        <Challenge.ErrorMessage />
        <Challenge.Submit>Go</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Secret'), 'Pa55word!{Enter}')
    await expect(respond).toHaveBeenCalledWith({ password: 'Pa55word!' })
  },
}
