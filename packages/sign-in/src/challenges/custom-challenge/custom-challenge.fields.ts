import type { FieldSpecs } from '../../protocol/field.ts'
import type { CustomChallengeAnswer } from './custom-challenge.protocol.ts'

// The answer is sent exactly as typed: only the pool's trigger knows which characters matter.
export const customChallengeFields: FieldSpecs<CustomChallengeAnswer> = {
  answer: { type: 'text', autoComplete: 'off' },
}
