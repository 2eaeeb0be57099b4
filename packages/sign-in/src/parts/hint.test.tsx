import { type ReactNode, useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SmsMfaForm } from '../challenges/sms-mfa/sms-mfa.form.tsx'
import { active } from '../testing/active.ts'
import { danglingIds } from './dangling-ids.test.support.ts'
import * as Challenge from './index.ts'

const code = () => page.getByLabelText('Code', { exact: true })

function Form({ children }: { children?: ReactNode }) {
  return (
    <SmsMfaForm challenge={active('SMS_MFA')}>
      {children}
      <Challenge.CodeField name="code" label="Code" aria-describedby="own" />
      <p id="own">Six digits.</p>
    </SmsMfaForm>
  )
}

test('a form of the app’s without title, hint and message refers to none', async () => {
  const { container } = await render(<Form />)
  await expect.element(code()).toHaveAccessibleDescription('Six digits.')
  expect(container.querySelector('form')?.hasAttribute('aria-labelledby')).toBe(false)
  expect(danglingIds(container)).toEqual([])
})

test('each hint describes the field, while it is there', async () => {
  function Hints() {
    const [shown, setShown] = useState(true)
    return (
      <>
        <Challenge.Hint>Look at your phone.</Challenge.Hint>
        {shown && <Challenge.Hint id="second">It takes a minute.</Challenge.Hint>}
        <button type="button" onClick={() => setShown(!shown)}>
          Toggle
        </button>
      </>
    )
  }
  await render(
    <Form>
      <Hints />
    </Form>,
  )
  const both = 'Look at your phone. It takes a minute. Six digits.'
  await expect.element(code()).toHaveAccessibleDescription(both)
  await page.getByRole('button', { name: 'Toggle' }).click()
  await expect.element(code()).toHaveAccessibleDescription('Look at your phone. Six digits.')
  await page.getByRole('button', { name: 'Toggle' }).click()
  await expect.element(code()).toHaveAccessibleDescription(both)
})
