import type { Attempt, AuthenticationResult, Step } from '../sign-in/attempt.ts'
import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'

/** Where a sign-in starts; a refreshed one is over at once. */
export type Started = { attempt: Attempt; step: Step } | { result: AuthenticationResult }

/** One AuthFlow. */
export interface Flow {
  /** Which of the two operations start it. */
  initiatedBy: ('public' | 'admin')[]
  /** Any of these ExplicitAuthFlows permits it. */
  permittedBy: string[]
  start(request: InitiateAuthRequest): Promise<Started>
}
