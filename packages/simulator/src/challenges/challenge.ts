import type { StepResult } from '../sign-in/next-step.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'

/** One ChallengeName: how the pool asks it, and how it checks the answer. */
export interface Challenge<Input = unknown, Memory = unknown> {
  /** Missing where it is but another way to answer. */
  ask?(attempt: SignInAttempt, input: Input): Asked<Memory> | Promise<Asked<Memory>>
  /** The challenges on whose Session it is an answer, besides its own. */
  answers?: readonly string[]
  /** Says what comes next, or refuses. */
  check(attempt: SignInAttempt, answer: Answer<Memory>): StepResult | Promise<StepResult>
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
