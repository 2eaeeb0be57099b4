import { createContext, type Dispatch, type SetStateAction, useContext } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { FieldSpec, FieldIssue } from '../protocol/field.ts'

/** The parts that other elements refer to by id. */
export type NamedPart = 'Title' | 'Hint' | 'ErrorMessage'

export type PartIds = Readonly<Record<string, NamedPart>>

export interface FormContextValue {
  challenge: ChallengeState<{ name: string }, never>
  /** The attributes of one field's `<input>`, its draft, and what is wrong with its value. */
  fieldOf: (name: string) => {
    field: FieldSpec
    draft: string | undefined
    issue: FieldIssue | undefined
    input: UseFormRegisterReturn
  }
  /** Whether the form has one field, to which every error of the answer then belongs. */
  hasOneField: boolean
  /** The messages of this challenge, which replace the general ones. */
  errors: Partial<Record<AuthErrorCode, string>>
  /** The ids of all parts of this kind on screen, separated by spaces. */
  idsOf: (part: NamedPart) => string | undefined
  setPartIds: Dispatch<SetStateAction<PartIds>>
}

export const FormContext = createContext<FormContextValue | undefined>(undefined)

export function useFormPart(part: string): FormContextValue {
  const form = useContext(FormContext)
  if (form) return form
  throw new Error(
    `<Challenge.${part}> must be inside a <Challenge.Form>, which tells it the challenge it belongs to.`,
  )
}
