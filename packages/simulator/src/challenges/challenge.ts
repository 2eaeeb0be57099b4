import type { StepResult } from '../sign-in/next-step.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'

/** One ChallengeName: how the pool asks the challenge, and how it checks the answer. */
export interface Challenge<Input = unknown, State = unknown> {
  /** Absent if the name is only used in answers, such as PASSWORD. */
  ask?(attempt: SignInAttempt, input: Input): Asked<State> | Promise<Asked<State>>
  /** Other challenges whose Session this answer may use. */
  answers?: readonly string[]
  /** Returns the next step and what it changes in the attempt. Throws if the answer is wrong. */
  check(attempt: SignInAttempt, answer: Answer<State>): StepResult | Promise<StepResult>
}

type Asked<State> = { parameters: Record<string, string> } & (
  | {
      /** Stored in the Session until the answer. */
      state: State
    }
  | {
      /** The parameters hold the state, so that no Session is needed. */
      sessionless: true
    }
)

interface Answer<State> {
  responses: Record<string, string>
  state: State
}
