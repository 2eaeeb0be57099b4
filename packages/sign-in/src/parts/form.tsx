'use client'

import {
  type ComponentPropsWithRef,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
} from 'react'
import { useForm } from 'react-hook-form'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { FieldSpec, FieldIssue } from '../protocol/field.ts'
import { FormContext, type FormContextValue } from './form-context.ts'
import { cleaned, issueOf } from './typed.ts'
import { useDraft } from './use-draft.ts'

export type FormElementProps = Omit<ComponentPropsWithRef<'form'>, 'onSubmit' | 'ref'>

export interface FormProps<Answer> extends FormElementProps {
  challenge: ChallengeState<{ name: string }, Answer>
  fields: Readonly<Record<string, FieldSpec>>
  /** The answer, from what is in the fields. Default: each field is a property of it. */
  toAnswer?: (values: Record<string, string>) => Answer
  /** This challenge's own words for an error. */
  errors?: Partial<Record<AuthErrorCode, string>> | undefined
}

/**
 * Answers one challenge. Renders a `<form>`, the one element that carries state:
 * `data-challenge`, `data-phase` ("asked" | "answering" | "rejected") and `data-error` (its code).
 */
export function Form<Answer>({
  challenge,
  fields,
  toAnswer = (values) => values as Answer,
  errors = {},
  onKeyDown,
  ...props
}: FormProps<Answer>) {
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const draft = useDraft(element, `${challenge.username} ${challenge.name}`, fields)
  const { register, handleSubmit, setValue, formState } = useForm<Record<string, string>>({
    defaultValues: draft,
  })
  const issues = formState.errors

  const { error } = challenge
  const sole = Object.keys(fields).length === 1
  useEffect(() => {
    if (error?.recovery === 'choose-other') focusChosen(element.current)
    else if (error) focusInvalid(element.current)
  }, [error])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (challenge.phase === 'answering') return
    // Password managers fill without an event: what stands in the DOM is what counts.
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && Object.hasOwn(fields, name)) setValue(name, value)
    }
    void handleSubmit((values) => challenge.respond(toAnswer(cleaned(fields, values))))(event)
  }

  const fieldOf: FormContextValue['fieldOf'] = (name) => {
    const field = fields[name]
    if (!field) throw new Error(`"${name}" is no field of ${challenge.name}.`)
    const validate = (typed = '', all: Record<string, string>) =>
      issueOf(field, typed, cleaned(fields, all))
    const issue = issues[name]?.message as FieldIssue | undefined
    return { field, draft: draft[name], issue, input: register(name, { validate }) }
  }

  return (
    <FormContext.Provider value={{ id, challenge, fieldOf, sole, errors }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter bubbles up here */}
      <form
        data-part="form"
        data-challenge={challenge.name}
        data-phase={challenge.phase}
        data-error={error?.code}
        aria-labelledby={`${id}-title`}
        aria-busy={challenge.phase === 'answering'}
        // A page whose script is late must not put a password into its address.
        method="post"
        noValidate
        ref={element}
        onSubmit={submit}
        {...props}
        onKeyDown={(event) => {
          onKeyDown?.(event)
          keepComposition(event)
        }}
      />
    </FormContext.Provider>
  )
}

/** Enter that ends a composition (Japanese, Chinese …) is not meant for the form. */
function keepComposition(event: KeyboardEvent) {
  // Safari has ended it by then, and says so with a code of its own.
  const composing = event.nativeEvent.isComposing || event.keyCode === 229
  if (event.key === 'Enter' && composing) event.preventDefault()
}

/** Where another way is all it takes, the way that was tried is where to go on from. */
function focusChosen(form: HTMLElement | null) {
  form?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.focus()
}

/** The first thing to correct, with what is in it selected: it stays until something is typed. */
function focusInvalid(form: HTMLElement | null) {
  const invalid = [
    ...(form?.querySelectorAll<HTMLInputElement>('input[aria-invalid="true"]') ?? []),
  ]
  // Of a username and a password that do not fit, it is nearly always the password.
  const password = invalid.find(({ autocomplete }) => autocomplete === 'current-password')
  const input = password ?? invalid[0]
  input?.focus()
  input?.select()
}
