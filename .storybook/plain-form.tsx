import type { FormEvent } from 'react'
import type { AuthError } from '../packages/sign-in/src/index.ts'

export interface PlainFormProps {
  title: string
  phase: 'asked' | 'answering' | 'rejected'
  error?: AuthError | undefined
  fields: readonly string[]
  onAnswer: (values: Record<string, string>) => Promise<void>
}

/** A simple form of an app, without any part of the kit. */
export function PlainForm({ title, phase, error, fields, onAnswer }: PlainFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = [...new FormData(event.currentTarget)] as [string, string][]
    void onAnswer(Object.fromEntries(values))
  }
  return (
    <form className="plain" onSubmit={submit}>
      <h2>{title}</h2>
      {fields.map((name) => (
        <label key={name}>
          {name} <input name={name} type={/password/i.test(name) ? 'password' : 'text'} />
        </label>
      ))}
      <button disabled={phase === 'answering'}>→</button>
      <output>{error?.code}</output>
    </form>
  )
}
