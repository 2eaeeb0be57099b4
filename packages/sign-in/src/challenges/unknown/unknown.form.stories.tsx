import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { hostile } from '../../../../../.storybook/hostile.ts'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { UnknownForm } from './unknown.form.tsx'
import { asked } from './unknown.recording.ts'

const respond = fn().mockName('respond')
const restart = fn().mockName('restart')

const meta = {
  title: 'Challenges/UNKNOWN',
  component: UnknownForm,
  tags: ['autodocs'],
  args: { challenge: active('UNKNOWN', { respond, restart }) },
} satisfies Meta<typeof UnknownForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('FACE_SCAN')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Back to sign-in' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(restart).toHaveBeenCalledOnce()
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** An app that knows the name has answered. */
export const Answering: Story = {
  args: { challenge: active('UNKNOWN', { phase: 'answering', respond, restart }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('form')).toHaveAttribute('aria-busy', 'true')
    await userEvent.click(canvas.getByRole('button', { name: 'Back to sign-in' }))
    await expect(restart).toHaveBeenCalledOnce()
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('UNKNOWN', {
      phase: 'rejected',
      error: new AuthError('unsupported-challenge'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('a step this app does not offer')
  },
}

export const HostileName: Story = {
  args: {
    challenge: active('UNKNOWN', { recording: { ...asked, ChallengeName: hostile.markup } }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(hostile.markup)).toBeVisible()
    await expect(canvas.queryByRole('img')).not.toBeInTheDocument()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'Not here', hint: 'Use the desktop app for' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Not here' })).toHaveTextContent(
      'Use the desktop app for FACE_SCAN',
    )
  },
}

/** The kit does not know the name, but an app that does can answer. */
export const OwnLayout: Story = {
  render: ({ challenge }) => (
    <UnknownForm challenge={challenge}>
      <Challenge.Title>Look up</Challenge.Title>
      <Challenge.Submit onClick={() => void challenge.respond({ ANSWER: 'looked' })}>
        I do
      </Challenge.Submit>
    </UnknownForm>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'I do' }))
    await expect(respond).toHaveBeenCalledWith({ ANSWER: 'looked' })
  },
}
