import type { FieldSpecs } from '../../protocol/field.ts'
import type { CustomChallengeAnswer } from './custom-challenge.protocol.ts'

// The answer goes out to the letter: only the pool's trigger knows what may be dropped.
export const customChallengeFields: FieldSpecs<CustomChallengeAnswer> = {
  answer: { type: 'text', autoComplete: 'off' },
}
