import axe from 'axe-core'
import { createRef, type ReactNode, type Ref } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { FieldSpec } from '../protocol/field.ts'
import { currentPassword, oneTimeCode } from '../protocol/fields.ts'
import '../styles.css'
import { active, type ActiveOptions } from '../testing/active.ts'
import { danglingIds } from './dangling-ids.test.support.ts'
import * as Challenge from './index.ts'

// What every part must do, whatever it is for.

/** Any attributes, handlers and `ref`, as the app gives them. */
type Given = Record<string, unknown> & { ref?: Ref<never> }
type Element = HTMLElement & HTMLInputElement & HTMLFormElement

interface Case {
  /** `data-part` of the element that gets the attributes. */
  element: string
  render: (given: Given) => ReactNode
  /** What the part itself does upon an event of that element. */
  does?: {
    handler: string
    /** What must have happened before. */
    prepare?: (element: Element) => Promise<void>
    cause: (element: Element) => unknown
    isDone: (element: Element) => boolean
  }
}

const respond = vi.fn(async () => {})
const restart = vi.fn()
const chooseMethod = vi.fn(async () => {})
const resend = Object.assign(
  vi.fn(async () => {}),
  { readyAt: 0, count: 0 },
)
const click = (element: HTMLElement) => element.click()

const text: FieldSpec = { type: 'text', autoComplete: 'off' }

function inForm(part: ReactNode, fields: Record<string, FieldSpec> = {}): ReactNode {
  return (
    <Challenge.Form challenge={challenge()} fields={fields}>
      <Challenge.Title>A form</Challenge.Title>
      {part}
    </Challenge.Form>
  )
}

function challenge(
  options: ActiveOptions<'SMS_MFA'> = {},
): ChallengeState<{ name: string }, never> {
  const expiresAt = Date.now() + 600_000
  return active('SMS_MFA', { respond, restart, resend, chooseMethod, expiresAt, ...options })
}

/** Each part, and one that is not here does not compile. */
const cases: Record<Exclude<keyof typeof Challenge, 'Layout'>, Case> = {
  Choice: {
    element: 'choices',
    render: (given) =>
      inForm(
        <Challenge.Choice
          {...given}
          name="choice"
          choices={[
            { value: 'tea', label: 'Tea' },
            { value: 'coffee', label: 'Coffee', more: <p data-chosen>With milk?</p> },
          ]}
        />,
        { choice: text },
      ),
    does: {
      handler: 'onChange',
      cause: (element) => element.querySelectorAll('input')[1]?.click(),
      isDone: (element) => element.querySelector('[data-chosen]') !== null,
    },
  },
  ChooseMethod: {
    element: 'choose-method',
    render: (given) => inForm(<Challenge.ChooseMethod {...given} />),
    does: { handler: 'onClick', cause: click, isDone: () => chooseMethod.mock.calls.length > 0 },
  },
  CodeField: {
    element: 'input',
    render: (given) =>
      inForm(<Challenge.CodeField {...given} name="code" label="Code" />, { code: oneTimeCode }),
    does: {
      handler: 'onPaste',
      cause: (element) => paste(element, 'Your code is 246 810.'),
      isDone: (element) => element.value === '246810',
    },
  },
  ErrorMessage: {
    element: 'error',
    render: (given) => inForm(<Challenge.ErrorMessage {...given} />),
  },
  Field: {
    element: 'input',
    render: (given) =>
      inForm(<Challenge.Field {...given} name="answer" label="Answer" />, { answer: text }),
    does: {
      handler: 'onChange',
      async prepare(element) {
        element.form?.requestSubmit()
        await vi.waitFor(() => expect(element.ariaInvalid).toBe('true'))
      },
      cause: (element) => userEvent.type(element, 'a'),
      isDone: (element) => element.ariaInvalid === 'false',
    },
  },
  Form: {
    element: 'form',
    render: (given) => (
      <Challenge.Form {...given} challenge={challenge()} fields={{}}>
        <Challenge.Title>A form</Challenge.Title>
      </Challenge.Form>
    ),
    does: {
      handler: 'onSubmit',
      cause: (element) => element.requestSubmit(),
      isDone: () => respond.mock.calls.length > 0,
    },
  },
  Hint: {
    element: 'hint',
    render: (given) => inForm(<Challenge.Hint {...given}>Look here</Challenge.Hint>),
  },
  Note: {
    element: 'note',
    render: (given) => <Challenge.Note {...given}>By the way</Challenge.Note>,
  },
  PasswordField: {
    element: 'input',
    render: (given) =>
      inForm(<Challenge.PasswordField {...given} name="password" label="Password" />, {
        password: currentPassword,
      }),
    does: {
      handler: 'onKeyDown',
      cause: (element) => press(element, { key: 'A', modifierCapsLock: true }),
      isDone: (element) => element.form?.textContent.includes('Caps Lock is on.') === true,
    },
  },
  QrCode: {
    element: 'qr',
    render: (given) => <Challenge.QrCode {...given} value="otpauth://totp/ana" label="QR code" />,
  },
  Resend: {
    element: 'resend',
    render: (given) => inForm(<Challenge.Resend {...given} />),
    does: { handler: 'onClick', cause: click, isDone: () => resend.mock.calls.length > 0 },
  },
  Restart: {
    element: 'restart',
    render: (given) => inForm(<Challenge.Restart {...given} />),
    does: { handler: 'onClick', cause: click, isDone: () => restart.mock.calls.length > 0 },
  },
  SecretKey: {
    element: 'secret',
    render: (given) => <Challenge.SecretKey {...given} value="JBSWY3DPEHPK3PXP" />,
  },
  Submit: {
    element: 'submit',
    render: (given) => inForm(<Challenge.Submit {...given}>Continue</Challenge.Submit>),
    does: { handler: 'onClick', cause: click, isDone: () => respond.mock.calls.length > 0 },
  },
  TimeLeft: { element: 'time', render: (given) => inForm(<Challenge.TimeLeft {...given} />) },
  Title: {
    element: 'title',
    render: (given) => (
      <Challenge.Form challenge={challenge()} fields={{}}>
        <Challenge.Title {...given}>A form</Challenge.Title>
      </Challenge.Form>
    ),
  },
  UntrustedText: {
    element: 'untrusted-text',
    render: (given) => (
      <p>
        Sent to <Challenge.UntrustedText {...given}>a***@e***</Challenge.UntrustedText>
      </p>
    ),
  },
  Username: { element: 'username', render: (given) => inForm(<Challenge.Username {...given} />) },
}

test('every part has a case, but the layout, which renders no element of its own', () => {
  const parts = Object.keys(Challenge).filter((name) => name !== 'Layout')
  expect(Object.keys(cases).toSorted()).toEqual(parts.toSorted())
})

describe.each(Object.entries(cases))('%s', (_, { element: part, render: part$, does }) => {
  async function shown(given: Given = {}) {
    vi.clearAllMocks()
    const { container } = await render(part$({ 'data-given': '', ...given }))
    return { container, element: container.querySelector<Element>('[data-given]')! }
  }

  test('passes the attributes on to its element, and keeps its data-part', async () => {
    const { element } = await shown({
      id: 'given',
      className: 'one two',
      style: { opacity: 0.5 },
      'data-test': 'given',
      'aria-details': 'given',
    })
    expect(element.dataset).toMatchObject({ part, test: 'given' })
    expect(element.id).toBe('given')
    expect([...element.classList]).toEqual(['one', 'two'])
    expect(element.style.opacity).toBe('0.5')
    expect(element.getAttribute('aria-details')).toBe('given')
  })

  test('what refers to its id still does when the app gives another', async () => {
    const { container } = await shown({ id: 'given' })
    expect(danglingIds(container)).toEqual([])
  })

  test('hands its element to a ref object, and to a ref callback once', async () => {
    const ref = createRef<never>()
    const { element } = await shown({ ref })
    expect(ref.current).toBe(element)
    const callback = vi.fn()
    const second = await render(part$({ 'data-second': '', ref: callback }))
    await second.rerender(part$({ 'data-second': '', ref: callback, title: 'again' }))
    const other = second.container.querySelector('[data-second]')
    expect(callback.mock.calls).toEqual([[other]])
  })

  test('passes axe', async () => {
    const { container } = await shown()
    const { violations } = await axe.run(container)
    expect(violations).toEqual([])
  })

  if (!does) return
  const { handler, prepare, cause, isDone } = does

  test(`runs the app’s ${handler} first, then its own`, async () => {
    let wasDone: boolean | undefined
    const { element } = await shown({ [handler]: () => (wasDone = isDone(element)) })
    await prepare?.(element)
    await cause(element)
    await vi.waitFor(() => expect(isDone(element)).toBe(true))
    expect(wasDone).toBe(false)
  })

  test(`does nothing where the app’s ${handler} prevents the default`, async () => {
    const given = vi.fn((event: Event) => event.preventDefault())
    const { element } = await shown({ [handler]: given })
    await prepare?.(element)
    await cause(element)
    await new Promise((done) => setTimeout(done, 50))
    expect(given).toHaveBeenCalled()
    expect(isDone(element)).toBe(false)
  })
})

function paste(element: HTMLElement, given: string) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text', given)
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}

function press(element: HTMLElement, init: KeyboardEventInit) {
  element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
}
