import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'
import type { AuthenticationResult } from '../sign-in/auth-response.ts'
import type { StepResult } from '../sign-in/next-step.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'

/** A flow starts a sign-in, or, to refresh tokens, answers at once. */
export type StartedFlow =
  | ({ attempt: SignInAttempt } & StepResult)
  | { result: AuthenticationResult }

/** One AuthFlow. */
export interface Flow {
  /** The operations that can start it. */
  initiatedBy: ('public' | 'admin')[]
  /** Each of these ExplicitAuthFlows permits it. */
  permittedBy: string[]
  start(request: InitiateAuthRequest): Promise<StartedFlow>
}
