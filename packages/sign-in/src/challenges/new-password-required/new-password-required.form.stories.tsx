import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { NewPasswordRequiredForm } from './new-password-required.form.tsx'
import { asked } from './new-password-required.recording.ts'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/NEW_PASSWORD_REQUIRED',
  component: NewPasswordRequiredForm,
  tags: ['autodocs'],
  args: { challenge: active('NEW_PASSWORD_REQUIRED', { respond }) },
} satisfies Meta<typeof NewPasswordRequiredForm>

export default meta
type Story = StoryObj<typeof meta>

const password = 'C0rrect-horse'
const everyAttribute = `name given_name middle_name family_name nickname preferred_username email
  phone_number birthdate gender address locale zoneinfo profile picture website updated_at
  custom:favourite_team dev:custom:plan`.split(/\s+/)

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await expect(canvas.getByLabelText('New password')).toHaveFocus()
    await userEvent.keyboard(password)
    await userEvent.tab()
    await expect(canvas.getAllByRole('button', { name: 'Show password' })[0]).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard(password)
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('Ana Example')
    await userEvent.tab()
    await userEvent.keyboard('1990-12-31{Enter}')
    await expect(respond).toHaveBeenCalledWith({
      newPassword: password,
      attributes: { name: 'Ana Example', birthdate: '1990-12-31' },
    })
  },
}

export const Answering: Story = {
  args: {
    challenge: active('NEW_PASSWORD_REQUIRED', { phase: 'answering', respond }),
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('New password')).toHaveAttribute('readonly')
    await userEvent.click(canvas.getByRole('button', { name: 'Save and continue' }))
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** Cognito names one rule of the pool's policy at a time. */
export const Rejected: Story = {
  args: {
    challenge: active('NEW_PASSWORD_REQUIRED', {
      phase: 'rejected',
      error: new AuthError('password-policy', { rule: 'symbol', field: 'newPassword' }),
    }),
  },
  play: async ({ canvas }) => {
    const input = canvas.getByLabelText('New password')
    await expect(canvas.getByRole('alert')).toHaveTextContent('Add a symbol to the password')
    await expect(input).toHaveAttribute('aria-invalid', 'true')
    await expect(input).toHaveFocus()
  },
}

export const TwoDifferent: Story = {
  args: { challenge: requiring() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('New password'), password)
    await userEvent.type(canvas.getByLabelText('New password again'), 'another{Enter}')
    const again = canvas.getByLabelText('New password again')
    await expect(again).toHaveAccessibleDescription(/The two passwords differ/)
    await expect(again).toHaveFocus()
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const EveryAttribute: Story = {
  args: {
    challenge: requiring(...everyAttribute),
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Favourite team')).toBeVisible()
    await expect(canvas.getByLabelText('Plan')).toBeVisible()
    await userEvent.type(canvas.getByLabelText('E-mail address'), 'ana{Enter}')
    await expect(canvas.getByLabelText('E-mail address')).toHaveAccessibleDescription(
      /Write an e-mail address/,
    )
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** The names come from the pool: they stay text, and a name that Cognito cannot have is left out. */
export const HostileAttributes: Story = {
  args: { challenge: requiring('custom:<b>bold</b>', 'custom:\u202Egnp.exe', '__proto__') },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('<b>bold</b>')).toBeVisible()
    await expect(canvas.getAllByRole('textbox')).toHaveLength(1)
  },
}

export const OwnLabels: Story = {
  args: {
    challenge: requiring('custom:team'),
    labels: { title: 'Your own password', attributes: { 'custom:team': 'Which team?' } },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Your own password' })).toBeVisible()
    await expect(canvas.getByLabelText('Which team?')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    challenge: requiring(),
    children: (
      <>
        <Challenge.Title>Your own password</Challenge.Title>
        <Challenge.PasswordField name="newPassword" label="Password" />
        <Challenge.PasswordField name="repeatedPassword" label="Once more" />
        <Challenge.ErrorMessage />
        <Challenge.Submit>Save</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Password'), password)
    await userEvent.type(canvas.getByLabelText('Once more'), `${password}{Enter}`)
    await expect(respond).toHaveBeenCalledWith({ newPassword: password, attributes: {} })
  },
}

function requiring(...names: string[]) {
  const ChallengeParameters = {
    requiredAttributes: JSON.stringify(names.map((name) => `userAttributes.${name}`)),
  }
  const recording = { ...asked, ChallengeParameters }
  return active('NEW_PASSWORD_REQUIRED', { recording, respond })
}
