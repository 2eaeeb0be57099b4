import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { MfaSetupForm } from './mfa-setup.form.tsx'
import { asked } from './mfa-setup.recording.ts'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/MFA_SETUP',
  component: MfaSetupForm,
  tags: ['autodocs'],
  args: { challenge: active('MFA_SETUP', { respond }) },
} satisfies Meta<typeof MfaSetupForm>

export default meta
type Story = StoryObj<typeof meta>

const secretCode = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const wrong = { phase: 'rejected', error: new AuthError('code-wrong') } as const

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await userEvent.type(canvas.getByLabelText('E-mail address'), 'ana@example.com{Enter}')
    await expect(respond).toHaveBeenCalledOnce()
    await expect(respond).toHaveBeenCalledWith({ email: 'ana@example.com' })
  },
}

/** The app needs a key first, so the choice is the first of two answers. */
export const AppChosen: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(respond).toHaveBeenCalledWith({ choice: 'SOFTWARE_TOKEN_MFA' })
    await expect(canvas.getByText('Set up your authenticator app')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Choose another way' }))
    await expect(canvas.getAllByRole('radio')).toHaveLength(2)
  },
}

export const ScanTheKey: Story = {
  args: { challenge: setUp(['SOFTWARE_TOKEN_MFA'], { secretCode }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('img', { name: /QR code/ })).toBeVisible()
    await expect(canvas.getByText(/^JBSW Y3DP/)).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Code from the app'), '123456{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}

export const Answering: Story = {
  args: {
    challenge: setUp(['SOFTWARE_TOKEN_MFA'], {
      secretCode,
      phase: 'answering',
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Code from the app'), '123456{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: { challenge: setUp(['SOFTWARE_TOKEN_MFA'], { secretCode, ...wrong }) },
  play: async ({ canvas }) => {
    const code = canvas.getByLabelText('Code from the app')
    await expect(canvas.getByRole('alert')).toHaveTextContent('That code is not right')
    await expect(code).toHaveAttribute('aria-invalid', 'true')
    await expect(code).toHaveFocus()
  },
}

/** The request for a key failed, so the user has to ask for it again. */
export const NoKeyYet: Story = {
  args: {
    challenge: setUp(['SOFTWARE_TOKEN_MFA'], {
      phase: 'rejected',
      error: new AuthError('network'),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get a key' }))
    await expect(respond).toHaveBeenCalledWith({ choice: 'SOFTWARE_TOKEN_MFA' })
  },
}

export const PhoneNumber: Story = {
  args: { challenge: setUp(['SMS_MFA']) },
  play: async ({ canvas, userEvent }) => {
    const number = canvas.getByLabelText('Phone number')
    await userEvent.type(number, '555 0100{Enter}')
    await expect(number).toHaveAccessibleDescription(/country code/)
    await expect(respond).not.toHaveBeenCalled()
    await userEvent.clear(number)
    await userEvent.type(number, '+1 (555) 555-0100{Enter}')
    await expect(respond).toHaveBeenCalledWith({ phoneNumber: '+15555550100' })
  },
}

export const NothingPossible: Story = {
  args: { challenge: setUp([]) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Ask support for help/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  },
}

export const OwnLabels: Story = {
  args: {
    challenge: setUp(['SOFTWARE_TOKEN_MFA'], { secretCode }),
    labels: { app: { title: 'Pair your app', issuer: () => 'Example' } },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Pair your app' })).toBeVisible()
    const link = canvas.getByRole('link', { name: /Open an app/ })
    await expect(link).toHaveAttribute('href', expect.stringContaining('totp/Example:ana'))
  },
}

export const OwnLayout: Story = {
  args: {
    challenge: setUp(['SOFTWARE_TOKEN_MFA'], { secretCode }),
    children: (
      <>
        <Challenge.Title>Pair your app</Challenge.Title>
        <Challenge.SecretKey value={secretCode} />
        <Challenge.CodeField name="code" label="What it shows" />
        <Challenge.Submit>Pair</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('What it shows'), '123456{Enter}')
    await expect(respond).toHaveBeenCalledWith({ code: '123456' })
  },
}

function setUp(methods: string[], given: Parameters<typeof active<'MFA_SETUP'>>[1] = {}) {
  const ChallengeParameters = { MFAS_CAN_SETUP: JSON.stringify(methods) }
  return active('MFA_SETUP', { recording: { ...asked, ChallengeParameters }, respond, ...given })
}
