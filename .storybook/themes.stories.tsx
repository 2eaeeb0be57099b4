import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { SmsMfaForm } from '../packages/sign-in/src/index.ts'
import { active } from '../packages/sign-in/src/testing.ts'
import './themes.css'

const meta = {
  title: 'Sign-in/Themes',
  component: SmsMfaForm,
  args: { challenge: active('SMS_MFA') },
} satisfies Meta<typeof SmsMfaForm>

export default meta
type Story = StoryObj<typeof meta>

/** Sets a few custom properties on an element around the form. */
export const OwnProperties: Story = {
  decorators: [
    (Form) => (
      <div className="host-coral">
        <Form />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Continue' })
    await expect(button).toHaveStyle({ borderRadius: '24px', backgroundColor: 'rgb(164, 44, 18)' })
  },
}

/** The form uses the variables of shadcn if the app has them. */
export const Shadcn: Story = {
  decorators: [
    (Form) => (
      <div className="host-shadcn">
        <Form />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Continue' })
    await expect(button).toHaveStyle({ borderRadius: '4px', backgroundColor: 'rgb(9, 107, 72)' })
  },
}

/** Rules of the app for `data-part` and `data-phase` win without `!important`. */
export const OwnRules: Story = {
  decorators: [
    (Form) => (
      <div className="host-terminal">
        <Form />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Continue' })
    await expect(button).toHaveStyle({ borderRadius: '0px', backgroundColor: 'rgb(12, 20, 16)' })
  },
}
