import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { useGlobals } from 'storybook/preview-api'
import { type Live, openPool } from './scenarios.ts'
import { WelcomePage } from './welcome-page.tsx'

const meta = {
  title: 'Welcome',
  parameters: { layout: 'fullscreen' },
  loaders: [({ globals }) => ({ live: openPool(globals['scenario']) })],
} satisfies Meta

export default meta
type Story = StoryObj<typeof meta>

export const Welcome: Story = {
  render: function Welcome(_, { loaded }) {
    const [{ scenario }, updateGlobals] = useGlobals()
    return (
      <WelcomePage
        live={loaded['live'] as Live}
        scenario={scenario}
        onScenario={(picked) => updateGlobals({ scenario: picked })}
      />
    )
  },
}

/** A separate story, because the page itself must not sign in by itself. */
export const Works: Story = {
  ...Welcome,
  tags: ['!dev'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Fill in' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
    await expect(await canvas.findByLabelText('Code')).toBeVisible()
    await userEvent.click(canvas.getByTitle('Type it in'))
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('heading', { name: 'Signed in' })).toBeVisible()
  },
}
