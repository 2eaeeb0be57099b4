import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { SelectChallengeForm } from './select-challenge.form.tsx'
import { asked } from './select-challenge.recording.ts'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/SELECT_CHALLENGE',
  component: SelectChallengeForm,
  tags: ['autodocs'],
  args: { challenge: active('SELECT_CHALLENGE', { respond }) },
} satisfies Meta<typeof SelectChallengeForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    const [passkey, password, email] = canvas.getAllByRole('radio')
    await userEvent.tab()
    await expect(passkey).toHaveFocus()
    await expect(passkey).toBeChecked()
    await userEvent.keyboard('{ArrowDown}')
    await expect(password).toBeChecked()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(email).toBeChecked()
    await expect(respond).toHaveBeenCalledWith({ choice: 'EMAIL_OTP' })
  },
}

/** The password is sent with the choice, so its field opens below it. */
export const Password: Story = {
  args: { challenge: choiceOf('PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Your password'), ' Pa55word! {Enter}')
    await expect(respond).toHaveBeenCalledWith({ choice: 'PASSWORD_SRP', password: ' Pa55word! ' })
  },
}

export const PasswordMissing: Story = {
  args: { challenge: choiceOf('PASSWORD_SRP', 'EMAIL_OTP') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(canvas.getByLabelText('Your password')).toHaveFocus()
    await expect(canvas.getByText('Fill this in.')).toBeVisible()
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** With one way only, the form does not ask for a choice. */
export const OnlyPassword: Story = {
  args: { challenge: choiceOf('PASSWORD_SRP') },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('form', { name: 'Enter your password' })).toBeVisible()
    await expect(canvas.queryByRole('radio')).not.toBeInTheDocument()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Your password')).toHaveFocus()
    await userEvent.keyboard('Pa55word!{Enter}')
    await expect(respond).toHaveBeenCalledWith({ choice: 'PASSWORD_SRP', password: 'Pa55word!' })
  },
}

export const Answering: Story = {
  args: { challenge: active('SELECT_CHALLENGE', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    const [passkey, password] = canvas.getAllByRole('radio')
    await userEvent.click(password!)
    await expect(passkey).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('SELECT_CHALLENGE', {
      phase: 'rejected',
      error: new AuthError('service-down'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('The service has a problem')
  },
}

/** The user closed the browser's prompt, which is not an error, so nothing is red. */
export const PasskeyCancelled: Story = {
  args: {
    challenge: active('SELECT_CHALLENGE', {
      phase: 'rejected',
      error: new AuthError('passkey-cancelled'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The passkey was not used.')).toHaveAttribute('role', 'status')
    await expect(canvas.queryByRole('alert')).not.toBeInTheDocument()
    await expect(canvas.getByRole('radio', { name: /Passkey/ })).toHaveFocus()
  },
}

/** This version of the kit knows none of the ways. */
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
      choices: { SMS_OTP: { name: 'My phone', hint: 'The old one' } },
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radiogroup', { name: 'Which one today?' })).toBeVisible()
    await expect(canvas.getByLabelText(/My phone/)).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    challenge: choiceOf('PASSWORD_SRP', 'EMAIL_OTP'),
    children: (
      <>
        <Challenge.Title>Password or mail?</Challenge.Title>
        <Challenge.Choice
          name="choice"
          choices={[
            { value: 'EMAIL_OTP', label: 'Mail' },
            {
              value: 'PASSWORD_SRP',
              label: 'Password',
              more: <Challenge.PasswordField name="password" label="Secret" />,
            },
          ]}
        />
        <Challenge.Submit>Go</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('Password'))
    await userEvent.type(canvas.getByLabelText('Secret'), 'Pa55word!')
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({ choice: 'PASSWORD_SRP', password: 'Pa55word!' })
  },
}

function choiceOf(...AvailableChallenges: string[]) {
  return active('SELECT_CHALLENGE', { recording: { ...asked, AvailableChallenges }, respond })
}
