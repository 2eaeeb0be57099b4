import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { SoftwareTokenMfaForm } from './software-token-mfa.form.tsx'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/SOFTWARE_TOKEN_MFA',
  component: SoftwareTokenMfaForm,
  tags: ['autodocs'],
  args: { challenge: active('SOFTWARE_TOKEN_MFA', { respond }) },
} satisfies Meta<typeof SoftwareTokenMfaForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('Pixel')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('123 456{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}

export const Answering: Story = {
  args: {
    challenge: active('SOFTWARE_TOKEN_MFA', { phase: 'answering', respond }),
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Code')).toHaveAttribute('readonly')
    await userEvent.type(canvas.getByLabelText('Code'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('SOFTWARE_TOKEN_MFA', {
      phase: 'rejected',
      error: new AuthError('code-wrong'),
      tries: 1,
    }),
  },
  play: async ({ canvas }) => {
    const code = canvas.getByLabelText('Code')
    await expect(canvas.getByRole('alert')).toHaveTextContent('That code is not right')
    await expect(code).toHaveAttribute('aria-invalid', 'true')
    await expect(code).toHaveAccessibleDescription(/not right/)
    await expect(code).toHaveFocus()
  },
}

/** After the second wrong code it is seldom a slip of the finger. */
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

/** Cognito takes each code of an authenticator once. */
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

/** An app without a name. */
export const NoDeviceName: Story = {
  args: { challenge: active('SOFTWARE_TOKEN_MFA', { deviceName: undefined }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Type the code it shows for this account.')).toBeVisible()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'One more step', code: 'Six digits' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'One more step' })).toBeVisible()
    await expect(canvas.getByLabelText('Six digits')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    children: (
      <>
        <Challenge.Title>Code, please</Challenge.Title>
        <Challenge.CodeField name="code" label="Six digits" />
        <Challenge.ErrorMessage />
        <Challenge.Submit>Go</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Six digits'), '123456')
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}
