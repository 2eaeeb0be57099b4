import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import * as Challenge from '../../parts/index.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import { active } from '../../testing/active.ts'
import { RememberDeviceForm } from './remember-device.form.tsx'

const respond = fn().mockName('respond')

const meta = {
  title: 'Challenges/REMEMBER_DEVICE',
  component: RememberDeviceForm,
  tags: ['autodocs'],
  args: { challenge: active('REMEMBER_DEVICE', { respond }) },
} satisfies Meta<typeof RememberDeviceForm>

export default meta
type Story = StoryObj<typeof meta>

export const Asked: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText(/only on a device that is yours/)).toBeVisible()
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Remember this device' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(respond).toHaveBeenCalledWith({ remember: true })
  },
}

export const Declined: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Not now' }))
    await expect(respond).toHaveBeenCalledWith({ remember: false })
  },
}

export const Answering: Story = {
  args: { challenge: active('REMEMBER_DEVICE', { phase: 'answering', respond }) },
  play: async ({ canvas, userEvent }) => {
    const submit = canvas.getByRole('button', { name: 'Remember this device' })
    await userEvent.click(submit)
    await expect(respond).not.toHaveBeenCalled()
    for (const button of canvas.getAllByRole('button')) {
      await expect(button).toHaveAttribute('aria-disabled', 'true')
    }
  },
}

/** The loop never rejects this answer. A form that gets an error shows it all the same. */
export const Rejected: Story = {
  args: {
    challenge: active('REMEMBER_DEVICE', {
      phase: 'rejected',
      error: new AuthError('service-down'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('The service has a problem')
  },
}

export const OwnLabels: Story = {
  args: { labels: { title: 'Is this your computer?', submit: 'Yes', decline: 'No' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Is this your computer?' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'No' })).toBeVisible()
  },
}

export const OwnLayout: Story = {
  render: ({ challenge }) => (
    <RememberDeviceForm challenge={challenge}>
      <button type="button" onClick={() => void challenge.respond({ remember: false })}>
        Somebody else’s
      </button>
      <Challenge.Title>Whose device is this?</Challenge.Title>
      <Challenge.Submit>Mine</Challenge.Submit>
    </RememberDeviceForm>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Mine' }))
    await expect(respond).toHaveBeenLastCalledWith({ remember: true })
    await userEvent.click(canvas.getByRole('button', { name: 'Somebody else’s' }))
    await expect(respond).toHaveBeenLastCalledWith({ remember: false })
  },
}
