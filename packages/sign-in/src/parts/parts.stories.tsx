import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import type { FieldSpec } from '../protocol/field.ts'
import { currentPassword, oneTimeCode } from '../protocol/fields.ts'
import { active, type ActiveOptions } from '../testing/active.ts'
import * as Challenge from './index.ts'

const respond = fn().mockName('respond')
const restart = fn().mockName('restart')
const resend = fn().mockName('resend')
const chooseMethod = fn().mockName('chooseMethod')
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

const meta = {
  title: 'Parts/Alone',
  // Counted from when the story is opened, because its file is loaded earlier.
  loaders: [() => ({ now: Date.now() })],
} satisfies Meta

export default meta
type Story = StoryObj<typeof meta>

/** With all that a challenge can have. */
export const Layout: Story = {
  render: (_, { loaded }) => (
    <Challenge.Form
      challenge={active('SMS_MFA', {
        respond,
        restart,
        resend: Object.assign(resend, { readyAt: 0, count: 0 }),
        chooseMethod,
        expiresAt: loaded['now'] + 180_000,
      })}
      fields={{ code: oneTimeCode }}
    >
      <Challenge.Layout
        title="Six digits, please"
        hint="They are on your phone."
        submit="Continue"
        actions={<Challenge.Note>Your phone is lost? Ask support.</Challenge.Note>}
      >
        <Challenge.CodeField name="code" label="Code" />
      </Challenge.Layout>
    </Challenge.Form>
  ),
  play: async ({ canvas, userEvent }) => {
    const code = canvas.getByLabelText('Code')
    await expect(code).toHaveAccessibleDescription('They are on your phone.')
    const names = canvas.getAllByRole('button').map(({ textContent }) => textContent)
    await expect(names).toEqual([
      'Continue',
      'Send a new code',
      'Other ways to sign in',
      'Back to sign-in',
    ])
    await expect(canvas.getByText('You have 3 minutes.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Other ways to sign in' }))
    await expect(chooseMethod).toHaveBeenCalledOnce()
  },
}

export const CodeField: Story = {
  render: () => (
    <Around fields={{ code: oneTimeCode }}>
      <Challenge.CodeField name="code" label="Code" />
      <Challenge.Submit>Continue</Challenge.Submit>
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    const code = canvas.getByLabelText('Code')
    await userEvent.type(code, '12{Enter}')
    await expect(code).toHaveAccessibleDescription(/4 to 10 digits/)
    await userEvent.paste('Your code is 246 810.')
    await expect(code).toHaveValue('246810')
    await userEvent.keyboard('{Enter}')
    await expect(respond).toHaveBeenCalledOnce()
    await expect(respond).toHaveBeenCalledWith({ code: '246810' })
  },
}

export const PasswordField: Story = {
  render: () => (
    <Around fields={{ password: currentPassword }}>
      <Challenge.PasswordField name="password" label="Password" defaultValue="Pa55word!" />
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    const password = canvas.getByLabelText('Password')
    const reveal = canvas.getByRole('button', { name: 'Show password' })
    await userEvent.click(reveal)
    await expect(password).toHaveAttribute('type', 'text')
    await userEvent.click(reveal)
    await expect(password).toHaveAttribute('type', 'password')
  },
}

export const Choice: Story = {
  render: () => (
    <Around fields={{ choice: { type: 'text', autoComplete: 'off' } }}>
      <Challenge.Choice
        name="choice"
        choices={[
          { value: 'tea', label: 'Tea', hint: 'With milk' },
          { value: 'coffee', label: 'Coffee' },
        ]}
      />
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText(/Tea/)).toBeChecked()
    await userEvent.click(canvas.getByText('Coffee'))
    await expect(canvas.getByLabelText('Coffee')).toBeChecked()
  },
}

export const QrCode: Story = {
  render: () => (
    <Around>
      <Challenge.QrCode value={`otpauth://totp/Example:ana?secret=${secret}`} label="QR code" />
    </Around>
  ),
  play: async ({ canvas }) => {
    const code = canvas.getByRole('img', { name: 'QR code' })
    await waitFor(() =>
      expect(code.querySelector('path')).toHaveAttribute('d', expect.stringMatching(/^M0 0/)),
    )
  },
}

export const SecretKey: Story = {
  render: () => (
    <Around>
      <Challenge.SecretKey value={secret} />
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }))
    await expect(await canvas.findByText(/^(Copied|Selected: now copy it)$/)).toBeVisible()
  },
}

export const TimeLimit: Story = {
  render: (_, { loaded }) => (
    <Around expiresAt={loaded['now'] + 180_000}>
      <Challenge.TimeLeft />
    </Around>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('You have 3 minutes.')).toBeVisible()
  },
}

export const TimeRunningOut: Story = {
  render: (_, { loaded }) => (
    <Around expiresAt={loaded['now'] + 45_000}>
      <Challenge.TimeLeft />
    </Around>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Less than a minute left.')
    await expect(canvas.getByText(/^0:[0-4]\d$/)).toBeVisible()
  },
}

export const TimedOut: Story = {
  render: (_, { loaded }) => (
    <Around fields={{ code: oneTimeCode }} expiresAt={loaded['now'] - 1}>
      <Challenge.CodeField name="code" label="Code" defaultValue="246810" />
      <Challenge.TimeLeft />
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('This step timed out.')
    await expect(canvas.getByLabelText('Code')).toHaveValue('246810')
    await userEvent.click(canvas.getByRole('button', { name: 'Start again' }))
    await expect(restart).toHaveBeenCalledOnce()
  },
}

export const Resend: Story = {
  render: () => (
    <Around resend={Object.assign(resend, { readyAt: 0, count: 1 })}>
      <Challenge.Resend />
    </Around>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('You can ask for another code now.')
    await userEvent.click(canvas.getByRole('button', { name: 'Send a new code' }))
    await expect(resend).toHaveBeenCalledOnce()
  },
}

export const ResendCoolingDown: Story = {
  render: (_, { loaded }) => (
    <Around resend={Object.assign(fn(), { readyAt: loaded['now'] + 30_000, count: 0 })}>
      <Challenge.Resend />
    </Around>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Send a new code' })
    await expect(button).toHaveTextContent(/in \d+ s$/)
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}

type AroundProps = ActiveOptions<'SMS_MFA'> & {
  children: ReactNode
  fields?: Record<string, FieldSpec>
}

/** A form around the part. */
function Around({ children, fields = {}, ...options }: AroundProps) {
  return (
    <Challenge.Form challenge={active('SMS_MFA', { respond, restart, ...options })} fields={fields}>
      <Challenge.Title>A form</Challenge.Title>
      {children}
    </Challenge.Form>
  )
}
