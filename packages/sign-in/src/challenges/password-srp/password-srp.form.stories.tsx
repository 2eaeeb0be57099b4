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

export const Asked = stories.asked
export const Answering = stories.answering
export const Rejected = stories.rejected
export const OwnLabels = stories.ownWords
export const OwnLayout = stories.ownLayout
