import type { Attempt, Step } from '../sign-in/attempt.ts'

/** One ChallengeName: how the pool asks it, and how it checks the answer. */
export interface Challenge<Given = unknown, Memory = unknown> {
  /** Missing where it is but another way to answer. */
  ask?(attempt: Attempt, given: Given): Asked<Memory> | Promise<Asked<Memory>>
  /** The challenges on whose Session it is an answer, besides its own. */
  answers?: readonly string[]
  /** Says what comes next, or refuses. */
  check(attempt: Attempt, answer: Answer<Memory>): Step | Promise<Step>
}

type Asked<Memory> = { parameters: Record<string, string> } & (
  | {
      /** Kept with the Session until the answer. */
      memory: Memory
    }
  | {
      /** The parameters hold all that there is to remember. */
      sessionless: true
    }
)

interface Answer<Memory> {
  responses: Record<string, string>
  memory: Memory
}
