import { createUserPool } from '@sallyport/simulator'
import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createAuth } from '../loop/create-auth.ts'
import '../styles.css'
import { AuthProvider } from './auth-provider.tsx'
import { SignIn } from './sign-in.tsx'

async function show() {
  const pool = createUserPool({})
  const auth = createAuth({ ...pool.config, fetch: pool.fetch })
  await render(
    <AuthProvider auth={auth}>
      <SignIn />
    </AuthProvider>,
  )
}

afterEach(async () => {
  document.documentElement.dir = ''
  await cdp().send('Emulation.setEmulatedMedia', { features: [] })
})

test('in forced colours, the label of a button differs from its background', async () => {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  })
  await show()
  const button = page.getByRole('button', { name: 'Sign in' }).element()
  const { color, backgroundColor } = getComputedStyle(button)
  expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  expect(color).not.toBe(backgroundColor)
})

test.each(['ltr', 'rtl'])('%s: the button in a password field covers no text', async (dir) => {
  document.documentElement.dir = dir
  await show()
  const input = page.getByLabelText('Password', { exact: true }).element()
  const button = page.getByRole('button', { name: 'Show password' }).element()
  const { left, right } = input.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(input)
  const covering = button.getBoundingClientRect()
  const free = [left + parseFloat(paddingLeft), right - parseFloat(paddingRight)] as const
  expect(covering.left >= free[1] || covering.right <= free[0]).toBe(true)
})
