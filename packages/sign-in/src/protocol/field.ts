/** Why a field refuses its text before anything is sent. The labels are in `parts.labels.ts`. */
export type FieldIssue =
  | 'required'
  | 'code'
  | 'date'
  | 'different'
  | 'email'
  | 'language'
  | 'phone'
  | 'too-long'
  | 'unreadable'
  | 'url'
  | 'username'

/** The `<input>` attributes of one field, and how its text is cleaned and checked. */
export interface FieldSpec {
  type: 'date' | 'email' | 'number' | 'password' | 'tel' | 'text' | 'url'
  autoComplete: string
  inputMode?: 'email' | 'numeric' | 'tel' | 'url'
  /** The field may stay empty. */
  optional?: true
  /** The text is kept for when the user comes back to this step. Never set it for a password or a code. */
  kept?: true
  /** Returns the text that is sent. Without it, the text is sent as typed. */
  clean?: (typed: string) => string
  /** Returns what is wrong with the cleaned text. `all` has the texts of all fields by name. */
  check?: (text: string, all: Record<string, string>) => FieldIssue | undefined
}

/** One field per property of an answer. */
export type FieldSpecs<Answer> = { readonly [Name in keyof Answer]-?: FieldSpec }
