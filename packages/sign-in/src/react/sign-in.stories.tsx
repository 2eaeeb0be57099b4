import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { LiveSignIn } from '../../../../.storybook/live-sign-in.tsx'
import { type Live, openPool, type ScenarioName } from '../../../../.storybook/scenarios.ts'
import { SignIn } from './sign-in.tsx'

const meta = {
  title: 'Sign-in/Journeys',
  component: SignIn,
  loaders: [({ globals }) => ({ live: openPool(globals['scenario'] as ScenarioName) })],
  render: (args, { loaded }) => <LiveSignIn {...args} live={loaded['live'] as Live} />,
} satisfies Meta<typeof SignIn>

export default meta
type Story = StoryObj<typeof meta>

/** Pick the pool in the toolbar. */
export const AnyPool: Story = {}

export const TextMessage: Story = {
  globals: { scenario: 'sms' },
  play: async ({ canvas, loaded, userEvent }) => {
    const { pool } = loaded['live'] as Live
    await userEvent.type(canvas.getByLabelText('Username'), 'ana')
    await userEvent.type(canvas.getByLabelText('Password'), 'Pa55word!{Enter}')
    const code = await canvas.findByLabelText('Code')
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.keyboard(`${pool.outbox[0]!.code}{Enter}`)
    await expect(await canvas.findByRole('heading', { name: 'Signed in' })).toBeVisible()
  },
}
