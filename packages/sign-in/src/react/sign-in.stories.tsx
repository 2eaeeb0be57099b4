import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { LiveSignIn } from '../../../../.storybook/live-sign-in.tsx'
import { type Live, openPool } from '../../../../.storybook/scenarios.ts'
import { SignIn } from './sign-in.tsx'

const meta = {
  title: 'Sign-in/Journeys',
  component: SignIn,
  loaders: [({ globals }) => ({ live: openPool(globals['scenario']) })],
  render: (args, { loaded }) => <LiveSignIn {...args} live={loaded['live'] as Live} />,
} satisfies Meta<typeof SignIn>

export default meta
type Story = StoryObj<typeof meta>
type Play = Parameters<NonNullable<Story['play']>>[0]

/** A whole sign-in. Select the pool in the toolbar. */
export const AnyPool: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Sign in' })).toBeVisible()
  },
}

export const PasswordOnly: Story = {
  globals: { scenario: 'password' },
  play: async (play) => {
    await begin(play, 'wrong')
    await expect(await play.canvas.findByText('Incorrect username or password.')).toBeVisible()
    await answer(play, 'Password', 'Pa55word!')
    await arrive(play)
  },
}

export const TextMessage: Story = {
  globals: { scenario: 'sms' },
  play: async (play) => {
    await begin(play)
    const code = await sentCode(play)
    const wrong = code.replace(/.$/, (last) => String((Number(last) + 1) % 10))
    await answer(play, 'Code', wrong)
    await expect(await play.canvas.findByText(/That code is not right/)).toBeVisible()
    await answer(play, 'Code', code)
    await arrive(play)
  },
}

export const Email: Story = {
  globals: { scenario: 'email' },
  play: async (play) => {
    await begin(play)
    await answer(play, 'Code', await sentCode(play))
    await arrive(play)
  },
}

export const Authenticator: Story = {
  globals: { scenario: 'app' },
  play: async (play) => {
    await begin(play)
    await answer(play, 'Code', shownCode(play))
    await arrive(play)
  },
}

export const ChoiceOfThree: Story = {
  globals: { scenario: 'choice' },
  play: async (play) => {
    await begin(play)
    await answer(play, /^Authenticator app/, '{ArrowDown}{ArrowDown}')
    await answer(play, 'Code', await sentCode(play))
    await expect(liveOf(play).pool.outbox[0]?.medium).toBe('EMAIL')
    await arrive(play)
  },
}

export const SetUpAnApp: Story = {
  globals: { scenario: 'setUp' },
  play: async (play) => {
    await begin(play)
    await answer(play, /^Authenticator app/, '')
    await expect(await play.canvas.findByRole('img', { name: /QR code/ })).toBeVisible()
    await answer(play, 'Code from the app', shownCode(play))
    await arrive(play)
  },
}

export const SetUpEmail: Story = {
  globals: { scenario: 'setUp' },
  play: async (play) => {
    await begin(play)
    await answer(play, /^Authenticator app/, '{ArrowDown}{ArrowDown}')
    await answer(play, 'E-mail address', 'ana@example.com')
    await answer(play, 'Code', await sentCode(play))
    await arrive(play)
  },
}

export const NewPassword: Story = {
  globals: { scenario: 'newPassword' },
  play: async (play) => {
    const { canvas, userEvent } = play
    await begin(play, 'Temp0rary!')
    await answer(play, 'New password', 'short')
    await userEvent.type(canvas.getByLabelText('New password again'), 'short')
    await userEvent.type(canvas.getByLabelText('Full name'), 'Ana Example')
    await userEvent.type(canvas.getByLabelText('Date of birth'), '1990-12-31')
    await userEvent.type(canvas.getByLabelText('Favourite team'), 'Blue{Enter}')
    await expect(await canvas.findByText('Make the password longer.')).toBeVisible()
    await expect(canvas.getByLabelText('Full name')).toHaveAttribute('aria-invalid', 'false')
    await userEvent.clear(canvas.getByLabelText('New password again'))
    await userEvent.type(canvas.getByLabelText('New password again'), 'C0rrect-horse')
    await userEvent.clear(canvas.getByLabelText('New password'))
    await answer(play, 'New password', 'C0rrect-horse')
    await arrive(play)
  },
}

/** The username first, then the method: a code by email, back to the choice, then the password. */
export const WaysToSignIn: Story = {
  globals: { scenario: 'methods' },
  play: async (play) => {
    const { canvas, userEvent } = play
    canvas.getByLabelText('Username').focus()
    await answer(play, 'Username', 'ana')
    await userEvent.click(await canvas.findByRole('radio', { name: /e-mail/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Other ways to sign in' }))
    const email = await canvas.findByRole('radio', { name: /e-mail/ })
    await expect(email).toBeChecked()
    await userEvent.click(canvas.getByRole('radio', { name: 'Password' }))
    await userEvent.tab()
    await answer(play, 'Your password', 'Pa55word!')
    await arrive(play)
  },
}

export const CustomChallenge: Story = {
  globals: { scenario: 'custom' },
  play: async (play) => {
    const { canvas } = play
    canvas.getByLabelText('Username').focus()
    await answer(play, 'Username', 'ana')
    await expect(await canvas.findByText('What has keys but opens no door?')).toBeVisible()
    await answer(play, 'Answer', 'a map')
    await expect(await canvas.findByText('That is not right. Try again.')).toBeVisible()
    await answer(play, 'Answer', 'a piano')
    await expect(await canvas.findByText('What gets wetter the more it dries?')).toBeVisible()
    await answer(play, 'Answer', 'a towel')
    await arrive(play)
  },
}

function liveOf({ loaded }: Play): Live {
  return loaded['live'] as Live
}

async function begin(play: Play, password = 'Pa55word!') {
  const { canvas, userEvent } = play
  await userEvent.click(canvas.getByLabelText('Username'))
  await userEvent.keyboard('ana')
  await userEvent.tab()
  await userEvent.keyboard(`${password}{Enter}`)
}

/** Types without moving the focus: the next field must have it already. */
async function answer({ canvas, userEvent }: Play, label: string | RegExp, keys: string) {
  const input = await canvas.findByLabelText(label)
  await waitFor(() => expect(input).toHaveFocus())
  await userEvent.keyboard(`${keys}{Enter}`)
}

async function sentCode(play: Play): Promise<string> {
  const { pool } = liveOf(play)
  await waitFor(() => expect(pool.outbox).not.toHaveLength(0))
  return pool.outbox.at(-1)!.code
}

function shownCode(play: Play): string {
  return liveOf(play).pool.totp('ana')!.code
}

async function arrive({ canvas }: Play) {
  await expect(await canvas.findByRole('heading', { name: 'Signed in' })).toBeVisible()
}
