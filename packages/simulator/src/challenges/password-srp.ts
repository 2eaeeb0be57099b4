import { takeFirstFactor } from '../sign-in/first-factors.ts'
import type { Challenge } from './challenge.ts'

/** Answers SELECT_CHALLENGE: the ChallengeName is the choice. */
export const passwordSrp: Challenge = {
  answers: ['SELECT_CHALLENGE'],
  check: (attempt, { responses }) => takeFirstFactor(attempt, 'PASSWORD_SRP', responses),
}
