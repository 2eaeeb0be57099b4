import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import type { ChallengePhase } from '../../protocol/active-challenge.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active, type ActiveOptions } from '../../testing/active.ts'
import { SignInForm, type SignInFormProps } from './sign-in.form.tsx'

const respond = fn().mockName('respond')

const meta = {
  title: 'Sign-in/Start',
  component: SignInForm,
  tags: ['autodocs'],
  args: { challenge: start() },
} satisfies Meta<typeof SignInForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await expect(canvas.getByLabelText('Username')).toHaveFocus()
    await userEvent.keyboard(' ana ')
    await userEvent.tab()
    await userEvent.keyboard(' Pa55word! {Enter}')
    await expect(respond).toHaveBeenCalledWith({ username: 'ana', password: ' Pa55word! ' })
  },
}

export const Answering: Story = {
  args: { challenge: start({ phase: 'answering' }, { username: 'ana' }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('form')).toHaveAttribute('aria-busy', 'true')
    await userEvent.type(canvas.getByLabelText('Password'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: { challenge: start(refused('wrong-credentials'), { username: 'ana' }) },
  play: async ({ canvas }) => {
    const password = canvas.getByLabelText('Password')
    await expect(canvas.getByRole('alert')).toHaveTextContent('Incorrect username or password.')
    await expect(password).toHaveAttribute('aria-invalid', 'true')
    await expect(password).toHaveFocus()
    await expect(canvas.getByLabelText('Username')).toHaveValue('ana')
  },
}

export const Empty: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
    await expect(canvas.getByLabelText('Username')).toHaveFocus()
    await expect(canvas.getAllByText('Fill this in.')).toHaveLength(2)
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const PasswordShown: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Password'), 'Pa55word!')
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const reveal = canvas.getByRole('button', { name: 'Show password' })
    await expect(reveal).toHaveAttribute('aria-pressed', 'true')
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('type', 'text')
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** The user cannot correct this error, so the message has the reference that support needs. */
export const NotSetUp: Story = {
  args: { challenge: start(refused('configuration', { requestId: 'a1b2c3d4-example' })) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Reference: a1b2c3d4-example')
  },
}

/** Flows such as CUSTOM_AUTH do not begin with a password. */
export const WithoutPassword: Story = {
  args: { challenge: start(undefined, { asksPassword: false }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Username'), 'ana{Enter}')
    await expect(respond).toHaveBeenCalledWith({ username: 'ana' })
    // Further steps follow, so the button does not promise to sign in.
    await expect(canvas.getByRole('button', { name: 'Continue' })).toBeVisible()
  },
}

/** The password was asked for in a later step, so it can have been wrong. */
export const PasswordRefusedLater: Story = {
  args: {
    challenge: start(refused('wrong-credentials', { step: 'PASSWORD_VERIFIER' }), {
      asksPassword: false,
      gavePassword: true,
      username: 'ana',
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Incorrect username or password.')
  },
}

/** Where no password was asked for, the message names none. */
export const RefusedWithoutPassword: Story = {
  args: {
    challenge: start(refused('wrong-credentials', { step: 'InitiateAuth' }), {
      asksPassword: false,
      username: 'ana',
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('That did not work. Try again.')
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'Welcome back', username: 'E-mail address' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Welcome back' })).toBeVisible()
    await expect(canvas.getByLabelText('E-mail address')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    children: (
      <>
        <Challenge.Title>Hello again</Challenge.Title>
        <Challenge.Field name="username" label="Name" />
        <Challenge.PasswordField name="password" label="Secret" />
        <Challenge.ErrorMessage />
        <Challenge.Submit>Open</Challenge.Submit>
        <Challenge.Note>Nobody here yet? Ask your administrator.</Challenge.Note>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Name'), 'ana')
    await userEvent.type(canvas.getByLabelText('Secret'), 'Pa55word!{Enter}')
    await expect(respond).toHaveBeenCalledWith({ username: 'ana', password: 'Pa55word!' })
  },
}

function start(
  phase: ChallengePhase = { phase: 'asked' },
  more: Partial<SignInFormProps['challenge']> = {},
) {
  return active('SIGN_IN', { username: '', respond, ...more, ...phase } as ActiveOptions<'SIGN_IN'>)
}

function refused(...error: ConstructorParameters<typeof AuthError>): ChallengePhase {
  return { phase: 'rejected', error: new AuthError(...error) }
}
