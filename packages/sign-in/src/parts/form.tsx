'use client'

import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { FieldSpec, FieldIssue } from '../protocol/field.ts'
import { cleanValues, findIssue } from './clean-values.ts'
import { FormContext, type FormContextValue, type PartIds } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { useDraft } from './use-draft.ts'
import { useFormControl } from './use-form-control.ts'
import { withRef } from './with-ref.ts'

export type FormElementProps = ComponentPropsWithoutRef<'form'>

export interface FormProps<Answer> extends FormElementProps {
  ref?: Ref<HTMLFormElement> | undefined
  challenge: ChallengeState<{ name: string }, Answer>
  fields: Readonly<Record<string, FieldSpec>>
  /** Makes the answer of the cleaned values. Default: each field is a property of the answer. */
  toAnswer?: ((values: Record<string, string>) => Answer) | undefined
  /** The messages of this challenge by error code, which replace the general ones. */
  errors?: Partial<Record<AuthErrorCode, string>> | undefined
}

/**
 * Answers one challenge. Renders a `<form>`, which gets the attributes. It is the one element with
 * state: `data-challenge`, `data-phase` ("asked" | "answering" | "rejected") and `data-error` (the
 * code).
 */
export const Form = withRef(function Form<Answer>({
  challenge,
  fields,
  toAnswer = (values) => values as Answer,
  errors = {},
  ref,
  ...props
}: FormProps<Answer>) {
  const element = useRef<HTMLFormElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLFormElement, [])
  const [partIds, setPartIds] = useState<PartIds>({})
  const draft = useDraft(element, `${challenge.username} ${challenge.name}`, fields)
  const { register, handleSubmit, setValue, errors: issues } = useFormControl(draft)

  const { error, phase } = challenge
  useEffect(() => {
    const form = element.current
    if (!form || !error) return
    if (error.recovery === 'choose-other') focusChosen(form)
    else focusInvalid(form)
  }, [error])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (phase === 'answering') return
    // Password managers fill without an event: the values in the DOM are the ones to send.
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && Object.hasOwn(fields, name)) setValue(name, value)
    }
    void handleSubmit((values) => challenge.respond(toAnswer(cleanValues(fields, values))))(event)
  }

  const fieldOf: FormContextValue['fieldOf'] = (name) => {
    const field = fields[name]
    if (!field) throw new Error(`"${name}" is no field of ${challenge.name}.`)
    const validate = (value = '', all: Record<string, string>) =>
      findIssue(field, value, cleanValues(fields, all))
    const issue = issues[name]?.message as FieldIssue | undefined
    return { field, draft: draft[name], issue, input: register(name, { validate }) }
  }

  const idsOf: FormContextValue['idsOf'] = (part) =>
    Object.keys(partIds)
      .filter((partId) => partIds[partId] === part)
      .join(' ') || undefined

  const hasOneField = Object.keys(fields).length === 1
  return (
    <FormContext.Provider value={{ challenge, fieldOf, hasOneField, errors, idsOf, setPartIds }}>
      <form
        ref={element}
        {...mergeProps(
          {
            'data-part': 'form',
            'data-challenge': challenge.name,
            'data-phase': phase,
            'data-error': error?.code,
            'aria-labelledby': idsOf('Title'),
            'aria-busy': phase === 'answering',
            // Before the script runs, a GET form would put the password into the page's address.
            method: 'post',
            noValidate: true,
            onSubmit: submit,
            onKeyDown: keepComposition,
          },
          props,
        )}
      />
    </FormContext.Provider>
  )
})

/** The Enter that ends a composition (Japanese, Chinese …) does not submit the form. */
function keepComposition(event: KeyboardEvent) {
  // In Safari the composition has already ended; key code 229 tells that it was one.
  const composing = event.nativeEvent.isComposing || event.keyCode === 229
  if (event.key === 'Enter' && composing) event.preventDefault()
}

/** Where the user only has to choose another way, the focus goes to the way that was tried. */
function focusChosen(form: HTMLElement) {
  form.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.focus()
}

/** Focuses the first invalid field and selects its value, which stays until the user types. */
function focusInvalid(form: HTMLElement) {
  const invalid = 'input[aria-invalid="true"]'
  const input =
    // Where username and password do not match, the password is nearly always the wrong one.
    form.querySelector<HTMLInputElement>(`${invalid}[autocomplete="current-password"]`) ??
    form.querySelector<HTMLInputElement>(invalid)
  input?.focus()
  input?.select()
}
