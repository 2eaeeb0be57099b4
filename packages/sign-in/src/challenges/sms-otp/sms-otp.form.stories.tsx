import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { SmsOtpForm } from './sms-otp.form.tsx'

const respond = fn().mockName('respond')
const resend = Object.assign(fn().mockName('resend'), { readyAt: 0, count: 0 })
const chooseMethod = fn().mockName('chooseMethod')

const meta = {
  title: 'Challenges/SMS_OTP',
  component: SmsOtpForm,
  tags: ['autodocs'],
  args: { challenge: active('SMS_OTP', { respond }) },
} satisfies Meta<typeof SmsOtpForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('+*******0134')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('1234 5678{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '12345678' })
  },
}

export const Answering: Story = {
  args: {
    challenge: active('SMS_OTP', { phase: 'answering', respond, chooseMethod }),
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Code')).toHaveAttribute('readonly')
    await userEvent.type(canvas.getByLabelText('Code'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
    const other = canvas.getByRole('button', { name: 'Other ways to sign in' })
    await expect(other).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('SMS_OTP', {
      phase: 'rejected',
      error: new AuthError('code-wrong'),
      tries: 1,
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('That code is not right')
    await expect(canvas.getByLabelText('Code')).toHaveFocus()
  },
}

/** The user came by the choice, and can go back to it. */
export const ChooseMethod: Story = {
  args: { challenge: active('SMS_OTP', { resend, chooseMethod }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Other ways to sign in' }))
    await expect(chooseMethod).toHaveBeenCalledOnce()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'One more step', code: 'Eight digits' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'One more step' })).toBeVisible()
    await expect(canvas.getByLabelText('Eight digits')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    challenge: active('SMS_OTP', { respond, chooseMethod }),
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
    await userEvent.type(canvas.getByLabelText('Eight digits'), '12345678')
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({ code: '12345678' })
  },
}
