import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { LiveSignIn } from '../../../../.storybook/live-sign-in.tsx'
import { PlainForm } from '../../../../.storybook/plain-form.tsx'
import { type Live, openPool } from '../../../../.storybook/scenarios.ts'
import type { ActiveChallenge } from '../challenges/challenge.ts'
import { SignIn, type SignInProps } from './sign-in.tsx'
import { SignedIn } from './signed-in.tsx'
import { SignedOut } from './signed-out.tsx'
import { useAuthChallenge } from './use-auth-challenge.ts'

const meta = {
  title: 'Sign-in/Own UI',
  component: SignIn,
  loaders: [({ globals }) => ({ live: openPool(globals['scenario']) })],
  render: (args, { loaded }) => <LiveSignIn {...args} live={loaded['live'] as Live} />,
} satisfies Meta<typeof SignIn>

export default meta
type Story = StoryObj<typeof meta>
type Play = Parameters<NonNullable<Story['play']>>[0]

/** Own forms for every challenge of this pool. The kit's forms are used for others. */
export const OwnForms: Story = {
  globals: { scenario: 'sms' },
  args: {
    forms: {
      SIGN_IN: ({ challenge }) => (
        <PlainForm
          {...challenge}
          title="Who is there?"
          fields={['username', 'password']}
          onAnswer={({ username = '', password = '' }) => challenge.respond({ username, password })}
        />
      ),
      SMS_MFA: ({ challenge }) => (
        <PlainForm
          {...challenge}
          title={`Sent to ${challenge.destination}`}
          fields={['code']}
          onAnswer={({ code = '' }) => challenge.respond({ code })}
        />
      ),
    } satisfies SignInProps['forms'],
  },
  play: signInByMessage,
}

/** No component of the kit, only the hook. */
export const HookOnly: Story = {
  globals: { scenario: 'sms' },
  render: (_, { loaded }) => <LiveSignIn live={loaded['live'] as Live} with={<Headless />} />,
  play: signInByMessage,
}

/** A page whose header knows who is signed in, also outside of `<SignIn>`. */
export const OwnPage: Story = {
  globals: { scenario: 'password' },
  render: (_, { loaded }) => <LiveSignIn live={loaded['live'] as Live} with={<Page />} />,
  play: async ({ canvas, userEvent }) => {
    const header = canvas.getByRole('banner')
    await expect(header).toHaveTextContent('Reading as a guest')
    await userEvent.type(canvas.getByLabelText('Username'), 'ana')
    await userEvent.type(canvas.getByLabelText('Password'), 'Pa55word!{Enter}')
    await expect(await canvas.findByText('The letters of ana')).toBeVisible()
    await expect(header).toHaveTextContent('ana@example.com')
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }))
    await expect(await canvas.findByText('Signed out. See you soon.')).toBeVisible()
    await expect(canvas.queryByText('The letters of ana')).toBeNull()
    await expect(canvas.getByLabelText('Username')).toHaveValue('ana')
  },
}

function Page() {
  return (
    <div className="live-page">
      <header>
        <SignedOut>
          {(reason) => (
            <p>{reason === 'signed-out' ? 'Signed out. See you soon.' : 'Reading as a guest'}</p>
          )}
        </SignedOut>
        <SignedIn>
          {({ user, signOut }) => (
            <>
              <p>{user.email}</p>
              <button type="button" className="live-button" onClick={() => void signOut()}>
                Sign out
              </button>
            </>
          )}
        </SignedIn>
      </header>
      <SignIn>{({ user }) => <h2>The letters of {user.username}</h2>}</SignIn>
    </div>
  )
}

function Headless() {
  const { status, challenge, session } = useAuthChallenge()
  if (status === 'signed-in') return <h2>Signed in as {session.user.username}</h2>
  return challenge && <Asked key={challenge.round} challenge={challenge} />
}

function Asked({ challenge }: { challenge: ActiveChallenge }) {
  switch (challenge.name) {
    case 'SIGN_IN':
      return (
        <PlainForm
          {...challenge}
          title="Who is there?"
          fields={['username', 'password']}
          onAnswer={({ username = '', password = '' }) => challenge.respond({ username, password })}
        />
      )
    case 'SMS_MFA':
    case 'EMAIL_OTP':
      return (
        <PlainForm
          {...challenge}
          title={`Sent to ${challenge.destination}`}
          fields={['code']}
          onAnswer={({ code = '' }) => challenge.respond({ code })}
        />
      )
    case 'NEW_PASSWORD_REQUIRED':
      return (
        <PlainForm
          {...challenge}
          title="Your own password"
          fields={['newPassword', ...challenge.requiredAttributes]}
          onAnswer={({ newPassword = '', ...attributes }) =>
            challenge.respond({ newPassword, attributes })
          }
        />
      )
    default:
      return <h2>{challenge.name} is left as an exercise</h2>
  }
}

async function signInByMessage({ canvas, loaded, userEvent }: Play) {
  const { pool } = loaded['live'] as Live
  await userEvent.type(canvas.getByLabelText('username'), 'ana')
  await userEvent.type(canvas.getByLabelText('password'), 'Pa55word!{Enter}')
  await expect(await canvas.findByText('Sent to +*******0100')).toBeVisible()
  await userEvent.type(canvas.getByLabelText('code'), '0000{Enter}')
  await expect(await canvas.findByText('code-wrong')).toBeVisible()
  await userEvent.clear(canvas.getByLabelText('code'))
  await userEvent.type(canvas.getByLabelText('code'), `${pool.outbox[0]?.code}{Enter}`)
  await expect(await canvas.findByText(/^Signed in/)).toBeVisible()
}
