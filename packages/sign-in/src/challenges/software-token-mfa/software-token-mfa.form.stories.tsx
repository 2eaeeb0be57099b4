import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { askCodeStories } from '../ask-code.stories.support.tsx'
import { SoftwareTokenMfaForm } from './software-token-mfa.form.tsx'

const meta = {
  title: 'Challenges/SOFTWARE_TOKEN_MFA',
  component: SoftwareTokenMfaForm,
  tags: ['autodocs'],
  args: { challenge: active('SOFTWARE_TOKEN_MFA') },
} satisfies Meta<typeof SoftwareTokenMfaForm>

export default meta
type Story = StoryObj<typeof meta>

const stories = askCodeStories('SOFTWARE_TOKEN_MFA', { hint: 'Pixel' })

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected

/** After the second wrong code, the clock of the phone is more likely wrong than the user. */
export const RejectedTwice: Story = {
  args: {
    challenge: active('SOFTWARE_TOKEN_MFA', {
      phase: 'rejected',
      error: new AuthError('code-wrong'),
      tries: 2,
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/check the clock/)).toBeVisible()
  },
}

/** Cognito takes each code of an authenticator app once. */
export const UsedCode: Story = {
  args: {
    challenge: active('SOFTWARE_TOKEN_MFA', {
      phase: 'rejected',
      error: new AuthError('code-expired'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Wait for the next one')
  },
}

export const LockedOut: Story = {
  args: {
    challenge: active('SOFTWARE_TOKEN_MFA', {
      phase: 'rejected',
      error: new AuthError('locked-out'),
      tries: 5,
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Too many wrong tries.')
    await expect(canvas.queryByText(/check the clock/)).toBeNull()
  },
}

/** The app has no name. */
export const NoDeviceName: Story = {
  args: { challenge: active('SOFTWARE_TOKEN_MFA', { deviceName: undefined }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Type the code it shows for this account.')).toBeVisible()
  },
}

export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
