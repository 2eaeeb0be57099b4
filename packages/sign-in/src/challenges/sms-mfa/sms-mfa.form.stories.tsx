import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { askCodeStories } from '../ask-code.stories.support.tsx'
import { SmsMfaForm } from './sms-mfa.form.tsx'

const meta = {
  title: 'Challenges/SMS_MFA',
  component: SmsMfaForm,
  tags: ['autodocs'],
  args: { challenge: active('SMS_MFA') },
} satisfies Meta<typeof SmsMfaForm>

export default meta
type Story = StoryObj<typeof meta>

const stories = askCodeStories('SMS_MFA', { hint: '+*******0134' })

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const CodeExpired = stories.CodeExpired

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

/** The pool did not say where the code went. */
export const NoDestination: Story = {
  args: { challenge: active('SMS_MFA', { destination: undefined }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('your phone')).toBeVisible()
  },
}

export const HostileDestination = stories.HostileDestination
export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
