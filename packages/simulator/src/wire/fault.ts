/**
 * How a request fails: with an error of the service, with any response, late by `delay` seconds,
 * with a rejected `fetch` (`drop`), or with no answer at all (`hang`).
 */
export type FaultAnswer =
  | { error: string; message?: string; status?: number; headers?: Record<string, string> }
  | { status: number; body: string; headers?: Record<string, string> }
  | { delay: number }
  | 'drop'
  | 'hang'

/** A planned failure. */
export interface Fault {
  /** The operation that fails, for example `InitiateAuth`. All operations by default. */
  operation?: string
  /** Which of the matching calls fails, counted from 1. All by default. */
  call?: number
  /** Whether the call fails before or after the pool has processed it. `before` by default. */
  when?: 'before' | 'after'
  answer: FaultAnswer
}

/** The planned failures of a simulator. */
export interface Faults {
  /** Plans a failure. Throws a TypeError if the fault is not valid. */
  add: (fault: Fault) => void
  /** Removes all planned failures. */
  clear: () => void
}
