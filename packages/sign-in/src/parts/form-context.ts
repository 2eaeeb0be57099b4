import { createContext, useContext } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { FieldSpec, FieldIssue } from '../protocol/field.ts'

export interface FormContextValue {
  id: string
  challenge: ChallengeState<{ name: string }, never>
  /** The attributes of one field's `<input>`, what was in it before, and what is wrong with it. */
  fieldOf: (name: string) => {
    field: FieldSpec
    draft: string | undefined
    issue: FieldIssue | undefined
    input: UseFormRegisterReturn
  }
  /** Whether it has one field only, which then is the one at fault. */
  sole: boolean
  /** This challenge's own words for an error. */
  errors: Partial<Record<AuthErrorCode, string>>
}

export const FormContext = createContext<FormContextValue | undefined>(undefined)

export function useFormPart(part: string): FormContextValue {
  const form = useContext(FormContext)
  if (form) return form
  throw new Error(
    `<Challenge.${part}> found no <Challenge.Form> above it, so it does not know which challenge it belongs to. ` +
      `Put it inside one.`,
  )
}
