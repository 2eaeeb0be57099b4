import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { SelectMfaTypeForm } from './select-mfa-type.form.tsx'
import { asked } from './select-mfa-type.recording.ts'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/SELECT_MFA_TYPE',
  component: SelectMfaTypeForm,
  tags: ['autodocs'],
  args: { challenge: active('SELECT_MFA_TYPE', { respond }) },
} satisfies Meta<typeof SelectMfaTypeForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    const [app, message] = canvas.getAllByRole('radio')
    await userEvent.tab()
    await expect(app).toHaveFocus()
    await expect(app).toBeChecked()
    await userEvent.keyboard('{ArrowDown}')
    await expect(message).toBeChecked()
    await userEvent.keyboard('{Enter}')
    await expect(respond).toHaveBeenCalledWith({ choice: 'SMS_MFA' })
  },
}

export const Answering: Story = {
  args: { challenge: active('SELECT_MFA_TYPE', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    const [app, message] = canvas.getAllByRole('radio')
    await userEvent.click(message!)
    await expect(app).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('SELECT_MFA_TYPE', {
      phase: 'rejected',
      error: new AuthError('service-down'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('The service has a problem')
  },
}

export const TwoWays: Story = {
  args: { challenge: choiceOf('SMS_MFA', 'EMAIL_OTP') },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('radio')).toHaveLength(2)
    await expect(canvas.queryByText('Authenticator app')).not.toBeInTheDocument()
  },
}

/** The loop answers a single choice itself. A form that gets one all the same can be answered. */
export const OneWay: Story = {
  args: { challenge: choiceOf('EMAIL_OTP') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(respond).toHaveBeenCalledWith({ choice: 'EMAIL_OTP' })
  },
}

/** This version of the kit knows none of the methods. */
export const NoWay: Story = {
  args: { challenge: choiceOf('CARRIER_PIGEON') },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Ask support for help/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  },
}

export const OwnLabels: Story = {
  args: {
    labels: {
      title: 'Which one today?',
      choices: { SMS_MFA: { name: 'My phone', hint: 'The old one' } },
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radiogroup', { name: 'Which one today?' })).toBeVisible()
    await expect(canvas.getByLabelText(/My phone/)).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    children: (
      <>
        <Challenge.Title>Phone or app?</Challenge.Title>
        <Challenge.Choice
          name="choice"
          choices={[
            { value: 'SMS_MFA', label: 'Phone' },
            { value: 'SOFTWARE_TOKEN_MFA', label: 'App' },
          ]}
        />
        <Challenge.Submit>Go</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('App'))
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({ choice: 'SOFTWARE_TOKEN_MFA' })
  },
}

function choiceOf(...methods: string[]) {
  const ChallengeParameters = { MFAS_CAN_CHOOSE: JSON.stringify(methods) }
  return active('SELECT_MFA_TYPE', { recording: { ...asked, ChallengeParameters }, respond })
}
