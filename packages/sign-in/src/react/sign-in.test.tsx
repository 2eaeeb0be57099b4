import { createUserPool, type UserPoolOptions } from '@sallyport/simulator'
import { StrictMode, version } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { AuthOptions } from '../loop/auth-options.ts'
import { createAuth } from '../loop/create-auth.ts'
import '../styles.css'
import { fetchTransport } from '../transports/fetch.ts'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn, type SignInProps } from './sign-in.tsx'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const texted: UserPoolOptions = { users: [{ ...ana, mfa: ['SMS_MFA'] }] }

function ready(poolOptions = texted, options: Partial<AuthOptions> = {}, props: SignInProps = {}) {
  const pool = createUserPool(poolOptions)
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    ...options,
  })
  const screen = (
    <StrictMode>
      <AuthProvider auth={auth}>
        <SignIn {...props}>{({ user }) => <p>Welcome, {user.username}</p>}</SignIn>
      </AuthProvider>
    </StrictMode>
  )
  return { pool, auth, screen, code: () => pool.outbox.at(-1)?.code ?? '' }
}

const field = (label: string) => page.getByLabelText(label, { exact: true })
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

async function start(password = ana.password) {
  await field('Username').fill('ana')
  await field('Password').fill(password)
  await userEvent.keyboard('{Enter}')
}

test('runs with the expected version of React', () => {
  expect(version.split('.')[0]).toBe(import.meta.env['REACT_MAJOR'])
})

test('signs in through a challenge', async () => {
  const { screen, code, pool } = ready()
  await render(screen)
  await start()
  await expect.element(page.getByRole('form', { name: 'Check your phone' })).toBeVisible()
  await field('Code').fill('000000')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/That code is not right/)
  await expect.element(field('Code')).toHaveValue('000000')
  await field('Code').fill(code())
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  expect(pool.requests.map(({ operation }) => operation)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ])
})

test('signs in with the default transport', async () => {
  const pool = createUserPool({ users: [ana] })
  const auth = createAuth({ ...pool.config, fetch: pool.fetch })
  await render(
    <AuthProvider auth={auth}>
      <SignIn>Welcome</SignIn>
    </AuthProvider>,
  )
  await start()
  await expect.element(page.getByText('Welcome')).toBeVisible()
})

test('signs in by SRP, with a key pair that is made while the user types', async () => {
  const { screen, pool } = ready({ users: [ana] })
  await render(screen)
  await start('wrong')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Incorrect/)
  await field('Password').fill(ana.password)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  expect(pool.requests.filter(({ operation }) => operation === 'InitiateAuth')).toHaveLength(2)
})

describe('a new device', () => {
  const optIn: UserPoolOptions = { ...texted, devices: { trusted: true, optIn: true } }
  const kept = new Map<string, string>()
  const deviceStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }

  test('is asked about after the code and replaces the code the next time', async () => {
    kept.clear()
    const { screen, auth, code, pool } = ready(optIn, { deviceStorage })
    await render(screen)
    await start()
    await expect.element(field('Code')).toBeVisible()
    await field('Code').fill(code())
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('form', { name: 'Remember this device?' })).toBeVisible()
    expect(document.querySelector('[data-part="time"], [data-part="resend"]')).toBeNull()
    // Not on the button: a second Enter after the code would answer yes.
    const title = page.getByRole('heading', { name: 'Remember this device?' })
    await expect.element(title).toHaveFocus()
    await press('Remember this device')
    await expect.element(page.getByText('Welcome, ana')).toBeVisible()
    await auth.getState().session?.signOut()
    await start()
    await expect.element(page.getByText('Welcome, ana')).toBeVisible()
    expect(pool.outbox).toHaveLength(1)
  })

  test('is not stored if the user says no; the question has the labels of the app', async () => {
    kept.clear()
    const labels = { REMEMBER_DEVICE: { decline: 'Not on this one' } }
    const { screen, code } = ready(optIn, { deviceStorage }, { labels })
    await render(screen)
    await start()
    await expect.element(field('Code')).toBeVisible()
    await field('Code').fill(code())
    await userEvent.keyboard('{Enter}')
    await press('Not on this one')
    await expect.element(page.getByText('Welcome, ana')).toBeVisible()
    expect(kept.size).toBe(0)
  })
})

test('always shows exactly one form', async () => {
  const { screen } = ready()
  await render(screen)
  const forms = new Set<number>()
  const watch = new MutationObserver(() => forms.add(document.querySelectorAll('form').length))
  watch.observe(document.body, { subtree: true, childList: true })
  await start()
  await expect.element(field('Code')).toBeVisible()
  watch.disconnect()
  expect([...forms]).toEqual([1])
})

describe('focus', () => {
  test('is not taken by the first screen', async () => {
    await render(ready().screen)
    expect(document.activeElement).toBe(document.body)
  })

  test('moves to the next field, and back to SIGN_IN', async () => {
    const { screen } = ready()
    await render(screen)
    await start()
    await expect.element(field('Code')).toHaveFocus()
    await press('Back to sign-in')
    await expect.element(field('Username')).toHaveValue('ana')
    await expect.element(field('Password')).toHaveFocus()
    await expect.element(field('Password')).toHaveValue('')
  })

  test('moves to the password after wrong credentials', async () => {
    const { screen } = ready()
    await render(screen)
    await start('wrong')
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Incorrect username or password/)
    await expect.element(field('Password')).toHaveFocus()
    await expect.element(field('Password')).toHaveValue('wrong')
    await expect.element(field('Username')).toHaveValue('ana')
  })
})

test('a step that timed out leads back to SIGN_IN and keeps the username', async () => {
  const { screen, pool, code } = ready()
  await render(screen)
  await start()
  await expect.element(field('Code')).toBeVisible()
  pool.clock.advance(200)
  await field('Code').fill(code())
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/timed out/)
  await expect.element(field('Username')).toHaveValue('ana')
})

test('after a timeout, the typed attributes are kept and the password is not', async () => {
  const { screen, pool } = ready({
    users: [{ username: 'ana', temporaryPassword: ana.password }],
    requiredAttributes: ['name'],
  })
  await render(screen)
  await start()
  await field('New password').fill('N3w-Pa55word')
  await field('New password again').fill('N3w-Pa55word')
  await field('Full name').fill('Ana Example')
  pool.clock.advance(200)
  await press('Save and continue')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/timed out/)
  await start()
  await expect.element(field('Full name')).toHaveValue('Ana Example')
  await expect.element(field('New password')).toHaveValue('')
})

test('a choice is kept until the user is signed in', async () => {
  const { screen, auth, code } = ready({ users: [{ ...ana, mfa: ['SMS_MFA', 'EMAIL_OTP'] }] })
  await render(screen)
  const email = page.getByRole('radio', { name: /E-mail/ })
  await start()
  await email.click()
  await press('Continue')
  await expect.element(field('Code')).toBeVisible()
  await press('Back to sign-in')
  await start()
  await expect.element(email).toBeChecked()
  await press('Continue')
  await field('Code').fill(code())
  await press('Continue')
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  await auth.getState().session?.signOut()
  await start()
  await expect.element(email).not.toBeChecked()
})

test('only the attribute that the service refused is marked', async () => {
  const { screen, pool } = ready(
    {
      users: [{ username: 'ana', temporaryPassword: ana.password }],
      requiredAttributes: ['name', 'phone_number'],
    },
    { authFlow: 'USER_PASSWORD_AUTH' },
  )
  const answer = { error: 'InvalidParameterException', message: 'Invalid phone number format.' }
  pool.faults.add({ operation: 'RespondToAuthChallenge', answer })
  await render(screen)
  await start()
  await field('New password').fill('N3w-Pa55word')
  await field('New password again').fill('N3w-Pa55word')
  await field('Full name').fill('Ana Example')
  await field('Phone number').fill('+15555550100')
  await press('Save and continue')
  await expect.element(field('Phone number')).toHaveFocus()
  expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1)
})

test('a visible password is hidden when it is sent and stays hidden', async () => {
  await render(ready().screen)
  await field('Username').fill('ana')
  await field('Password').fill('wrong')
  await press('Show password')
  await expect.element(field('Password')).toHaveAttribute('type', 'text')
  await press('Sign in')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Incorrect/)
  await expect.element(field('Password')).toHaveAttribute('type', 'password')
  await expect.element(field('Password')).toHaveFocus()
})

test('resend sends one code and shows the seconds until the next', async () => {
  const { screen, pool } = ready()
  await render(screen)
  await start()
  await field('Code').fill('11')
  await press('Send a new code')
  await expect.element(page.getByText('We sent another code. Use the newest one.')).toBeVisible()
  const button = page.getByRole('button', { name: 'Send a new code', exact: true })
  await expect.element(button).toMatchTextContent(/in \d+ s/)
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  // `click()` would wait until the button is enabled.
  button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await expect.element(field('Code')).toHaveValue('11')
  expect(pool.outbox).toHaveLength(2)
})

test('MFA_SETUP shows a QR code and a key, and takes the code', async () => {
  const { screen, pool } = ready({
    mfa: 'ON',
    mfaTypes: ['SOFTWARE_TOKEN_MFA'],
    users: [{ username: 'ana', password: ana.password }],
  })
  await render(screen)
  await start()
  await expect.element(page.getByRole('img', { name: 'QR code with the key below' })).toBeVisible()
  await vi.waitFor(() => {
    expect(document.querySelector('[data-part="qr"] path')?.getAttribute('d')).toMatch(/^M\d/)
  })
  expect(document.querySelector('img, [style]')).toBeNull()
  await field('Code from the app').fill(pool.totp('ana')?.code ?? '')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  expect(document.querySelector('[data-part="key"]')).toBeNull()
})

describe('an app can replace', () => {
  test('the form of one challenge', async () => {
    const { screen, code } = ready(
      texted,
      {},
      {
        forms: {
          SMS_MFA: ({ challenge }) => (
            <button type="button" onClick={() => void challenge.respond({ code: code() })}>
              Use the code sent to {challenge.destination}
            </button>
          ),
        },
      },
    )
    await render(screen)
    await start()
    await press('Use the code sent to +*******0100')
    await expect.element(page.getByText('Welcome, ana')).toBeVisible()
  })

  test('some labels and keep the others', async () => {
    const { screen } = ready(
      texted,
      {},
      {
        labels: {
          SIGN_IN: { title: 'Come in' },
          SMS_MFA: { title: 'One more step' },
          parts: { errors: { 'code-wrong': 'Nope.' } },
        },
      },
    )
    await render(screen)
    await expect.element(page.getByRole('form', { name: 'Come in' })).toBeVisible()
    await start()
    await expect.element(page.getByRole('form', { name: 'One more step' })).toBeVisible()
    await field('Code').fill('000000')
    await press('Continue')
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Nope./)
  })
})

test('hostile parameters are shown as text', async () => {
  const evil = '<img src=x onerror="globalThis.hacked=1">\u202e\u0000' + 'x'.repeat(1_000_000)
  const pool = createUserPool(texted)
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const answer = (await (await pool.fetch(url, init)).json()) as { ChallengeParameters: object }
    const ChallengeParameters = JSON.parse(
      `{"CODE_DELIVERY_DESTINATION":${JSON.stringify(evil)},"__proto__":{"x":1},"constructor":[]}`,
    ) as object
    return Response.json({ ...answer, ChallengeParameters })
  }
  const { screen } = ready(texted, { fetch, authFlow: 'USER_PASSWORD_AUTH' })
  await render(screen)
  await start()
  await expect.element(page.getByRole('form', { name: 'Check your phone' })).toBeVisible()
  const shown = document.querySelector('[data-part="untrusted-text"]')
  expect(shown?.children).toHaveLength(0)
  expect(shown?.textContent).toHaveLength(120)
  expect(shown?.textContent).toMatch(/^<img src=x onerror="globalThis.hacked=1">�␀x+…$/)
  expect(globalThis).not.toHaveProperty('hacked')
})

test('a hook without AuthProvider throws a helpful error', () => {
  expect(() => renderToString(<SignIn />)).toThrow(/Wrap your app in <AuthProvider/)
})

test('server-rendered HTML hydrates without warnings and keeps the typed text', async () => {
  const { screen } = ready()
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = renderToString(screen)
  expect(container.innerHTML).not.toMatch(/ style=|Pa55word/)
  expect(container.querySelector('form')?.method).toBe('post')
  await field('Username').fill('ana')
  const complaints = vi.spyOn(console, 'error')
  hydrateRoot(container, screen)
  await field('Password').fill(ana.password)
  await userEvent.keyboard('{Enter}')
  await expect.element(field('Code')).toBeVisible()
  expect(complaints).not.toHaveBeenCalled()
  container.remove()
})
