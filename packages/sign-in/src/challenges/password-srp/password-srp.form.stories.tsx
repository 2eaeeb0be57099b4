import type { Meta } from '@storybook/react-vite'
import { active } from '../../testing/active.ts'
import { askPasswordStories } from '../ask-password.stories.support.tsx'
import { PasswordSrpForm } from './password-srp.form.tsx'

const meta = {
  title: 'Challenges/PASSWORD_SRP',
  component: PasswordSrpForm,
  tags: ['autodocs'],
  args: { challenge: active('PASSWORD_SRP') },
} satisfies Meta<typeof PasswordSrpForm>

export default meta

const stories = askPasswordStories('PASSWORD_SRP')

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
