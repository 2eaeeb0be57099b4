import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { LiveSignIn } from '../../../../.storybook/live-sign-in.tsx'
import { Restoring as Moment } from '../../../../.storybook/restoring.tsx'
import { type Live, openPool, username } from '../../../../.storybook/scenarios.ts'
import { type Auth, createAuth } from '../loop/create-auth.ts'
import type { TokenStorage } from '../session/token-storage.ts'
import { SignIn } from './sign-in.tsx'

const meta = {
  title: 'Sign-in/Sessions',
  component: SignIn,
  args: { fallback: <Moment /> },
  render: (args, { loaded }) => <LiveSignIn {...args} live={loaded['live'] as Live} />,
} satisfies Meta<typeof SignIn>

export default meta
type Story = StoryObj<typeof meta>
type Play = Parameters<NonNullable<Story['play']>>[0]

const password = 'Pa55word!'
const thirtyOneDays = 31 * 24 * 3600

/** It is not known yet who is signed in: neither a form nor the app. */
export const Restoring: Story = {
  loaders: [
    () => ({ live: openPool('password', { tokenStorage: { ...memory(), getItem: never } }) }),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('One moment')
    await waitFor(() => expect(canvas.getByRole('status')).toBeVisible())
    await expect(canvas.queryByRole('form')).toBeNull()
    await expect(canvas.queryByRole('heading', { name: 'Signed in' })).toBeNull()
  },
}

/** A page that loads again finds the session of the page before. */
export const Restored: Story = {
  loaders: [
    async () => {
      const tokenStorage = memory()
      const before = openPool('password', { tokenStorage })
      await before.auth.signIn({ username, password })
      return { live: { ...before, auth: again(before, tokenStorage) } }
    },
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Signed in' })).toBeVisible()
    await expect(canvas.queryByRole('form')).toBeNull()
  },
}

/** The refresh token has reached its age. */
export const Expired: Story = {
  loaders: [
    ended(async ({ auth, pool }) => {
      pool.clock.advance(thirtyOneDays)
      await refresh(auth)
      // A service whose clock is not the device's would be another story.
      pool.clock.advance(-thirtyOneDays)
    }),
  ],
  play: signsInAgain('You were signed in for a long time. Sign in again.'),
}

export const SignedOutElsewhere: Story = {
  loaders: [ended(async (_, otherTab) => void (await otherTab.getState().session?.signOut()))],
  play: signsInAgain('You signed out in another tab.'),
}

export const AccountSwitched: Story = {
  loaders: [ended((_, otherTab) => otherTab.signIn({ username: 'bob', password }))],
  play: signsInAgain('Another user signed in in another tab.'),
}

/** Signed out everywhere, from another device. */
export const Revoked: Story = {
  loaders: [
    ended(async (live) => {
      const otherDevice = again(live, 'memory')
      await otherDevice.signIn({ username, password })
      await otherDevice.getState().session?.signOut({ everywhere: true })
      await refresh(live.auth)
    }),
  ],
  play: signsInAgain('You have been signed out. Sign in again.'),
}

/** Signs in, in this tab and another, and lets the session end. */
function ended(end: (live: Live, otherTab: Auth) => Promise<void>) {
  return async () => {
    const tokenStorage = memory()
    const live = openPool('password', { tokenStorage })
    const otherTab = again(live, tokenStorage)
    await live.auth.signIn({ username, password })
    otherTab.subscribe(() => {})
    await waitFor(() => expect(otherTab.getState().status).toBe('signed-in'))
    await end(live, otherTab)
    await waitFor(() => expect(live.auth.getState().status).toBe('signed-out'))
    return { live }
  }
}

function signsInAgain(reason: string) {
  return async ({ canvas, userEvent }: Play) => {
    await expect(canvas.getByText(reason)).toBeVisible()
    await expect(canvas.getByLabelText('Username')).toHaveValue(username)
    const field = canvas.getByLabelText('Password')
    await waitFor(() => expect(field).toHaveFocus())
    await expect(field).toHaveAccessibleDescription(reason)
    await userEvent.keyboard('wrong{Enter}')
    await expect(await canvas.findByText('Incorrect username or password.')).toBeVisible()
    await expect(canvas.queryByText(reason)).toBeNull()
    await userEvent.clear(field)
    await userEvent.type(field, `${password}{Enter}`)
    await expect(await canvas.findByRole('heading', { name: 'Signed in' })).toBeVisible()
  }
}

/** Another page with the same pool. */
function again({ pool }: Live, tokenStorage: TokenStorage | 'memory'): Auth {
  return createAuth({ ...pool.config, fetch: pool.fetch, tokenStorage })
}

function refresh(auth: Auth): Promise<unknown> {
  return (
    auth
      .getState()
      .session?.tokens({ forceRefresh: true })
      .catch(() => {}) ?? never()
  )
}

function memory(): TokenStorage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

function never(): Promise<never> {
  return new Promise(() => {})
}
