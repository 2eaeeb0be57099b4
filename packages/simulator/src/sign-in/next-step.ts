import type { AttemptPatch } from './sign-in-attempt.ts'

/** What follows in a sign-in: another challenge, or tokens. */
export type NextStep = { ask: string; input?: unknown } | { issue: 'tokens' }

/** The result of a step. Only `proceed` applies the patch to the attempt. */
export interface StepResult {
  step: NextStep
  patch: AttemptPatch
}
