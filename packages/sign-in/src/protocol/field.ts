/** What is wrong with what was typed, before anything is sent. Worded in `parts.labels.ts`. */
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

/** The `<input>` attributes of one field, and how its text becomes part of the answer. */
export interface FieldSpec {
  type: 'date' | 'email' | 'number' | 'password' | 'tel' | 'text' | 'url'
  autoComplete: string
  inputMode?: 'email' | 'numeric' | 'tel' | 'url'
  /** May be left empty. */
  optional?: true
  /** Kept for when the user comes back to this step: nothing secret, nothing that is used up. */
  kept?: true
  /** What was typed, as it is sent. Without it, to the letter. */
  clean?: (typed: string) => string
  /** What is wrong with the cleaned text, if anything. */
  check?: (text: string, all: Record<string, string>) => FieldIssue | undefined
}

/** One field for each property of an answer. */
export type FieldSpecs<Answer> = { readonly [Name in keyof Answer]-?: FieldSpec }
