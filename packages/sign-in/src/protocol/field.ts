/** What is wrong with what was typed, before anything is sent. Worded in `parts.labels.ts`. */
export type Issue =
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
export interface Field {
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
  check?: (text: string, all: Record<string, string>) => Issue | undefined
}

/** One field for each property of an answer. */
export type Fields<Answer> = { readonly [Name in keyof Answer]-?: Field }
