import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { WebAuthnForm } from './web-authn.form.tsx'

const respond = fn().mockName('respond')
const chooseMethod = fn().mockName('chooseMethod')

const meta = {
  title: 'Challenges/WEB_AUTHN',
  component: WebAuthnForm,
  tags: ['autodocs'],
  args: { challenge: active('WEB_AUTHN', { respond }) },
} satisfies Meta<typeof WebAuthnForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Use your passkey' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(respond).toHaveBeenCalledWith({})
  },
}

/** The browser shows its prompt over the page. */
export const Answering: Story = {
  args: { challenge: active('WEB_AUTHN', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Use your passkey' }))
    await expect(respond).not.toHaveBeenCalled()
  },
}

export const Rejected: Story = {
  args: {
    challenge: active('WEB_AUTHN', {
      phase: 'rejected',
      error: new AuthError('passkey-mismatch'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('not set up for this address')
  },
}

/** The user closed the prompt, which is not an error. */
export const Cancelled: Story = {
  args: {
    challenge: active('WEB_AUTHN', {
      phase: 'rejected',
      error: new AuthError('passkey-cancelled'),
      respond,
    }),
  },
  play: async ({ canvas, userEvent }) => {
    const note = canvas.getByText('The passkey was not used.')
    await expect(canvas.queryByRole('alert')).toBeNull()
    const { color } = getComputedStyle(note)
    await expect(color).toBe(getComputedStyle(canvas.getByText(/^Your fingerprint/)).color)
    await userEvent.click(canvas.getByRole('button', { name: 'Use your passkey' }))
    await expect(respond).toHaveBeenCalledWith({})
  },
}

/** The passkey is one of several ways to sign in. */
export const ChooseMethod: Story = {
  args: { challenge: active('WEB_AUTHN', { chooseMethod }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Other ways to sign in' }))
    await expect(chooseMethod).toHaveBeenCalledOnce()
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'Touch the key', submit: 'Touch' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Touch the key' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Touch' })).toBeVisible()
  },
}

export const OwnLayout: Story = {
  args: {
    children: (
      <>
        <Challenge.Title>Your key, please</Challenge.Title>
        <Challenge.ErrorMessage />
        <Challenge.Submit>Go</Challenge.Submit>
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Go' }))
    await expect(respond).toHaveBeenCalledWith({})
  },
}
