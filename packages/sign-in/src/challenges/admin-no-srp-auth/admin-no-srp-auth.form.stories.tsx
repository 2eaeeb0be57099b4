import type { Meta } from '@storybook/react-vite'
import { active } from '../../testing/active.ts'
import { askPasswordStories } from '../ask-password.stories.support.tsx'
import { AdminNoSrpAuthForm } from './admin-no-srp-auth.form.tsx'

const meta = {
  title: 'Challenges/ADMIN_NO_SRP_AUTH',
  component: AdminNoSrpAuthForm,
  tags: ['autodocs'],
  args: { challenge: active('ADMIN_NO_SRP_AUTH') },
} satisfies Meta<typeof AdminNoSrpAuthForm>

export default meta

const stories = askPasswordStories('ADMIN_NO_SRP_AUTH')

export const Asked = stories.Asked
export const Answering = stories.Answering
export const Rejected = stories.Rejected
export const OwnLabels = stories.OwnLabels
export const OwnLayout = stories.OwnLayout
