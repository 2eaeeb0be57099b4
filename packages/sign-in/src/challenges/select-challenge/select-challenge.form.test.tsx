import { StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { AuthError } from '../../protocol/auth-error.ts'
import '../../styles.css'
import { active, type ActiveOptions } from '../../testing/active.ts'
import { SelectChallengeForm } from './select-challenge.form.tsx'

type Options = ActiveOptions<'SELECT_CHALLENGE'>

const form = (options: Options = {}) => (
  <StrictMode>
    <SelectChallengeForm challenge={active('SELECT_CHALLENGE', options)} />
  </StrictMode>
)
const way = (name: RegExp) => page.getByRole('radio', { name })
const password = () => page.getByLabelText('Your password', { exact: true })
const withPassword: Options = { choices: ['PASSWORD_SRP', 'EMAIL_OTP'] }

describe('asked', () => {
  test('the password’s field is there while the password is the choice', async () => {
    await render(form())
    await expect.element(way(/Passkey/)).toBeChecked()
    await expect.element(password()).not.toBeInTheDocument()
    await way(/^Password/).click()
    await expect.element(password()).toBeVisible()
    await way(/e-mail/).click()
    await expect.element(password()).not.toBeInTheDocument()
  })

  test('the keyboard goes from way to way, and from the password’s into its field', async () => {
    const respond = vi.fn(async () => {})
    await render(form({ respond }))
    ;(way(/Passkey/).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(way(/^Password/)).toHaveFocus()
    await expect.element(password()).toBeVisible()
    await userEvent.tab()
    await expect.element(password()).toHaveFocus()
    await userEvent.keyboard(' Pa55 {Enter}')
    await vi.waitFor(() =>
      expect(respond).toHaveBeenCalledExactlyOnceWith({
        choice: 'PASSWORD_SRP',
        password: ' Pa55 ',
      }),
    )
  })

  test('a password that was typed does not go along with another way', async () => {
    const respond = vi.fn(async () => {})
    await render(form({ ...withPassword, respond }))
    await password().fill('Pa55')
    await way(/e-mail/).click()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(respond).toHaveBeenCalledExactlyOnceWith({ choice: 'EMAIL_OTP' }))
  })

  test('nothing moves but what stands below', async () => {
    await render(form(withPassword))
    const places = () => [way(/^Password/), way(/e-mail/)].map((one) => topOf(one.element()))
    const [first] = places()
    await way(/e-mail/).click()
    expect(places()[0]).toBe(first)
    await way(/^Password/).click()
    expect(places()[0]).toBe(first)
    await expect.element(way(/^Password/)).toHaveFocus()
  })

  test('password managers learn whose password it is, before they meet its field', async () => {
    await render(form({ ...withPassword, username: 'ana' }))
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input:not([type="radio"])')]
    expect(inputs.map(({ autocomplete }) => autocomplete)).toEqual(['username', 'current-password'])
    expect(inputs[0]?.value).toBe('ana')
  })
})

describe('rejected', () => {
  test('a passkey that was not used is a status and no alert, and the focus is on the passkey', async () => {
    const { rerender } = await render(form())
    const error = new AuthError('passkey-cancelled')
    await rerender(form({ phase: 'rejected', error }))
    await expect.element(way(/Passkey/)).toHaveFocus()
    const note = document.querySelector<HTMLElement>('[data-part="error"]')
    expect(note?.role).toBe('status')
    expect(note?.textContent).toBe(error.message)
    expect(page.getByRole('alert').elements()).toEqual([])
    await expect.element(page.getByRole('radiogroup')).toHaveAccessibleDescription(error.message)
    expect(document.querySelector('[aria-invalid="true"]')).toBeNull()
  })

  test('anything else is an alert', async () => {
    await render(form({ phase: 'rejected', error: new AuthError('service-down') }))
    await expect.element(page.getByRole('alert')).toMatchTextContent(/service has a problem/)
  })
})

function topOf(element: Element): number {
  return element.getBoundingClientRect().top
}
