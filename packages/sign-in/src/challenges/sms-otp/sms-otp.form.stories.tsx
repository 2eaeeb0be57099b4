import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { active } from '../../testing/active.ts'
import { askCodeStories } from '../ask-code.stories.support.tsx'
import { SmsOtpForm } from './sms-otp.form.tsx'

const meta = {
  title: 'Challenges/SMS_OTP',
  component: SmsOtpForm,
  tags: ['autodocs'],
  args: { challenge: active('SMS_OTP') },
} satisfies Meta<typeof SmsOtpForm>

export default meta
type Story = StoryObj<typeof meta>

const respond = fn().mockName('respond')
const stories = askCodeStories('SMS_OTP', { hint: '+*******0134' })

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const CodeExpired = stories.CodeExpired
export const ChooseMethod = stories.ChooseMethod
export const OwnLabels = stories.OwnLabels

/** A code of eight digits, and another way to sign in. */
export const OwnLayout: Story = {
  args: {
    challenge: active('SMS_OTP', { respond, chooseMethod: async () => {} }),
    children: (
      <>
        <Challenge.Title>Code, please</Challenge.Title>
        <Challenge.CodeField name="code" label="Eight digits" texted />
        <Challenge.ErrorMessage />
        <Challenge.Submit>Go</Challenge.Submit>
        <Challenge.ChooseMethod>No phone at hand?</Challenge.ChooseMethod>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('button', { name: 'No phone at hand?' })).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Eight digits'), '1234 5678')
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({ code: '12345678' })
  },
}
