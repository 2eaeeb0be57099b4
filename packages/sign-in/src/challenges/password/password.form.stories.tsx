import type { Meta } from '@storybook/react-vite'
import { active } from '../../testing/active.ts'
import { askPasswordStories } from '../ask-password.stories.support.tsx'
import { PasswordForm } from './password.form.tsx'

const meta = {
  title: 'Challenges/PASSWORD',
  component: PasswordForm,
  tags: ['autodocs'],
  args: { challenge: active('PASSWORD') },
} satisfies Meta<typeof PasswordForm>

export default meta

const stories = askPasswordStories('PASSWORD')

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
