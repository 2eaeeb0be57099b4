import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { hostile } from '../../../../../.storybook/hostile.ts'
import { active } from '../../testing/active.ts'
import { askCodeStories } from '../ask-code.stories.support.tsx'
import { EmailOtpForm } from './email-otp.form.tsx'

const meta = {
  title: 'Challenges/EMAIL_OTP',
  component: EmailOtpForm,
  tags: ['autodocs'],
  args: { challenge: active('EMAIL_OTP') },
} satisfies Meta<typeof EmailOtpForm>

export default meta
type Story = StoryObj<typeof meta>

const stories = askCodeStories('EMAIL_OTP', { hint: 'a***@e***' })

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const CodeExpired = stories.CodeExpired

/** The address turns the direction of the text around. */
export const HostileDestination: Story = {
  args: { challenge: active('EMAIL_OTP', { destination: hostile.bidi }) },
  play: async ({ canvas }) => {
    const shown = canvas.getByText(/^a\*\*\*@/)
    await expect(shown).toBeVisible()
    await expect(shown.textContent).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  },
}

export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
