import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn } from 'storybook/test'
import { hostile } from '../../../../../.storybook/hostile.ts'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { CustomChallengeForm } from './custom-challenge.form.tsx'
import { asked } from './custom-challenge.recording.ts'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/CUSTOM_CHALLENGE',
  component: CustomChallengeForm,
  tags: ['autodocs'],
  args: { challenge: active('CUSTOM_CHALLENGE', { respond }) },
} satisfies Meta<typeof CustomChallengeForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('What was the name of your first pet?')).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Answer')).toHaveFocus()
    await userEvent.keyboard('Rex {Enter}')
    await expect(respond).toHaveBeenCalledWith({ answer: 'Rex ' })
  },
}

export const Answering: Story = {
  args: { challenge: active('CUSTOM_CHALLENGE', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Answer')).toHaveAttribute('readonly')
    await userEvent.type(canvas.getByLabelText('Answer'), '{Enter}')
    await expect(respond).not.toHaveBeenCalled()
  },
}

/** Cognito asks the same again, and the kit concludes that the answer was wrong. */
export const Rejected: Story = {
  args: {
    challenge: active('CUSTOM_CHALLENGE', {
      phase: 'rejected',
      error: new AuthError('code-wrong'),
      tries: 1,
    }),
  },
  play: async ({ canvas }) => {
    const answer = canvas.getByLabelText('Answer')
    await expect(canvas.getByRole('alert')).toHaveTextContent('That is not right')
    await expect(answer).toHaveAttribute('aria-invalid', 'true')
    await expect(answer).toHaveFocus()
  },
}

/** After an answer, the pool asks another question, in an empty form. */
export const SecondRound: Story = {
  render: function Rounds() {
    const [round, setRound] = useState(0)
    const challenge = asking(
      { question: round === 0 ? 'The first?' : 'And the second?' },
      async () => setRound(1),
    )
    return <CustomChallengeForm key={round} challenge={challenge} />
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Answer'), 'one{Enter}')
    await expect(await canvas.findByText('And the second?')).toBeVisible()
    await expect(canvas.getByLabelText('Answer')).toHaveValue('')
  },
}

/** No parameter looks like a question. */
export const NoQuestion: Story = {
  args: { challenge: asking({ type: 'CAPTCHA', attempts: '3' }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('CAPTCHA')).not.toBeInTheDocument()
    await expect(canvas.getByLabelText('Answer')).toBeVisible()
  },
}

/** A megabyte of text does not push the button off the screen. */
export const HostileQuestion: Story = {
  args: { challenge: asking({ question: hostile.markup + hostile.bidi + hostile.huge }) },
  play: async ({ canvas }) => {
    const question = canvas.getByText(/^<img/)
    await expect(question.textContent.length).toBeLessThan(200)
    await expect(question.textContent).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
    await expect(canvas.queryByRole('img')).not.toBeInTheDocument()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'A riddle', answer: 'Your guess' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'A riddle' })).toBeVisible()
    await expect(canvas.getByLabelText('Your guess')).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    challenge: asking({ image: 'a cat' }),
    children: (
      <>
        <Challenge.Title>Who is this?</Challenge.Title>
        <Challenge.Note>Imagine a picture of a cat.</Challenge.Note>
        <Challenge.Field name="answer" label="Name" />
        <Challenge.Submit>Guess</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Name'), 'Tom{Enter}')
    await expect(respond).toHaveBeenCalledWith({ answer: 'Tom' })
  },
}

function asking(
  ChallengeParameters: Record<string, string>,
  answered: () => Promise<void> = respond,
) {
  const recording = { ...asked, ChallengeParameters }
  return active('CUSTOM_CHALLENGE', { recording, respond: answered })
}
