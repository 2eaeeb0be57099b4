import { createUserPool } from '@sallyport/simulator'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RememberDeviceForm } from '../challenges/remember-device/remember-device.form.tsx'
import { createAuth } from '../loop/create-auth.ts'
import { AuthProvider } from '../react/auth-provider.tsx'
import { SignIn } from '../react/sign-in.tsx'
import '../styles.css'
import { active } from '../testing/active.ts'
import { FocusOnEnter } from './focus-on-enter.tsx'
import { type HeadingLevel, HeadingLevelContext } from './heading-level-context.ts'
import * as Challenge from './index.ts'

const heading = (level: number) =>
  page.getByRole('heading', { level, name: 'Remember this device?' })

test('the headingLevel of SignIn holds for all titles', async () => {
  const pool = createUserPool({})
  const auth = createAuth({ ...pool.config, fetch: pool.fetch })
  await render(
    <AuthProvider auth={auth}>
      <SignIn headingLevel={1} />
    </AuthProvider>,
  )
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  expect(page.getByRole('heading').elements()).toHaveLength(1)
})

describe('level', () => {
  test('is 2', async () => {
    await render(<RememberDeviceForm challenge={active('REMEMBER_DEVICE')} />)
    await expect.element(heading(2)).toBeVisible()
  })

  test('is what the title itself says', async () => {
    await render(
      <RememberDeviceForm challenge={active('REMEMBER_DEVICE')}>
        <Challenge.Title level={4}>Remember this device?</Challenge.Title>
      </RememberDeviceForm>,
    )
    await expect.element(heading(4)).toBeVisible()
  })

  test.each<HeadingLevel>([1, 3, 6])(
    'is %s where all titles are, and takes the focus',
    async (level) => {
      await render(
        <HeadingLevelContext.Provider value={level}>
          <FocusOnEnter>
            <RememberDeviceForm challenge={active('REMEMBER_DEVICE')} />
          </FocusOnEnter>
        </HeadingLevelContext.Provider>,
      )
      await expect.element(heading(level)).toHaveFocus()
      expect(getComputedStyle(heading(level).element()).fontSize).toBe('22px')
    },
  )
})
