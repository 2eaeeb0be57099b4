import type { StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../parts/index.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { active, type ActiveOptions } from '../testing/active.ts'
import type { PasswordForm } from './password/password.form.tsx'

type Story = StoryObj<typeof PasswordForm>

/** The stories of a form that asks for the password. They are the same for each challenge. */
export function askPasswordStories(name: 'ADMIN_NO_SRP_AUTH' | 'PASSWORD' | 'PASSWORD_SRP') {
  const respond = fn().mockName('respond')
  const challenge = (options: ActiveOptions<'PASSWORD'> = {}) =>
    active(name, { respond, ...options }) as ReturnType<typeof active<'PASSWORD'>>

  const Asked: Story = {
    args: { challenge: challenge() },
    play: async ({ canvas, userEvent }) => {
      await userEvent.tab()
      await expect(canvas.getByLabelText('Password')).toHaveFocus()
      await userEvent.keyboard(' Pa55word! {Enter}')
      await expect(respond).toHaveBeenCalledWith({ password: ' Pa55word! ' })
    },
  }

  const Answering: Story = {
    args: { challenge: challenge({ phase: 'answering' }) },
    play: async ({ canvas, userEvent }) => {
      await userEvent.type(canvas.getByLabelText('Password'), '{Enter}')
      await expect(respond).not.toHaveBeenCalled()
    },
  }

  const Rejected: Story = {
    args: {
      challenge: challenge({ phase: 'rejected', error: new AuthError('network', { sent: 'no' }) }),
    },
    play: async ({ canvas }) => {
      await expect(canvas.getByRole('alert')).toHaveTextContent('what you typed is kept')
    },
  }

  const OwnLabels: Story = {
    args: { challenge: challenge(), labels: { title: 'Your secret, please', password: 'Secret' } },
    play: async ({ canvas }) => {
      await expect(canvas.getByRole('form', { name: 'Your secret, please' })).toBeVisible()
      await expect(canvas.getByLabelText('Secret')).toBeVisible()
    },
  }

  const OwnLayout: Story = {
    args: {
      challenge: challenge(),
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

  return { Asked, Answering, Rejected, OwnLabels, OwnLayout }
}
