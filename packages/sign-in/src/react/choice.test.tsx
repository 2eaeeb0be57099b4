import { createUserPool, type UserPoolOptions } from '@sallyport/simulator'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createAuth } from '../loop/create-auth.ts'
import '../styles.css'
import { fetchTransport } from '../transports/fetch.ts'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn } from './sign-in.tsx'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const open: UserPoolOptions = {
  users: [ana],
  firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
}

async function begin() {
  const pool = createUserPool(open)
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    authFlow: 'USER_AUTH',
  })
  await render(
    <StrictMode>
      <AuthProvider auth={auth}>
        <SignIn>{({ user }) => <p>Welcome, {user.username}</p>}</SignIn>
      </AuthProvider>
    </StrictMode>,
  )
  await enterName()
  return { pool, code: () => pool.outbox.at(-1)?.code ?? '' }
}

async function enterName() {
  await page.getByLabelText('Username').fill('ana')
  await press('Continue')
  await expect.element(choice()).toBeVisible()
}

const choice = () => page.getByRole('form', { name: 'How do you want to sign in?' })
const way = (name: RegExp) => page.getByRole('radio', { name })
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

test('a username, a choice and a code can be entered by keyboard', async () => {
  const { code } = await begin()
  await expect.element(way(/^Password/)).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByLabelText('Code')).toHaveFocus()
  await userEvent.keyboard(`${code()}{Enter}`)
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
})

test('chooseMethod leads back to the choice, with the last choice selected and focused', async () => {
  await begin()
  await way(/text message/).click()
  await press('Continue')
  await press('Other ways to sign in')
  await expect.element(way(/text message/)).toHaveFocus()
  await expect.element(way(/text message/)).toBeChecked()
  expect(page.getByLabelText('Your password').elements()).toEqual([])
})

test('after a wrong password, SIGN_IN has the username and the choice has the password selected', async () => {
  await begin()
  await page.getByLabelText('Your password').fill('wrong')
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/^Incorrect username or password.$/)
  await expect.element(page.getByLabelText('Username')).toHaveValue('ana')
  await press('Continue')
  await expect.element(way(/^Password/)).toBeChecked()
  await expect.element(page.getByLabelText('Your password')).toHaveValue('')
  await page.getByLabelText('Your password').fill(ana.password)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Welcome, ana')).toBeVisible()
})
