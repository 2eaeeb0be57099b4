/** What to answer instead; `delay` answers in earnest, but late. */
export type FaultAnswer =
  | { error: string; message?: string; status?: number; headers?: Record<string, string> }
  | { status: number; body: string; headers?: Record<string, string> }
  | { delay: number }
  | 'drop'
  | 'hang'

export interface Fault {
  /** Any, if left out. */
  operation?: string
  /** Which of the matching calls, from 1; every one, if left out. */
  call?: number
  /** Whether the pool has done its part by then; `before`, if left out. */
  when?: 'before' | 'after'
  answer: FaultAnswer
}

export interface Faults {
  add: (fault: Fault) => void
  clear: () => void
}
