import { takeFirstFactor } from '../sign-in/first-factors.ts'
import type { Challenge } from './challenge.ts'

/** SELECT_CHALLENGE, answered by the name of the choice. */
export const password: Challenge = {
  answers: ['SELECT_CHALLENGE'],
  check: (attempt, { responses }) => takeFirstFactor(attempt, 'PASSWORD', responses),
}
