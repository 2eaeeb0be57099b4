import { describe, expect, test } from 'vitest'
import { customChallenge } from './custom-challenge.protocol.ts'
import { asked } from './custom-challenge.recording.ts'

const next = (ChallengeParameters: Record<string, string>) => ({ ...asked, ChallengeParameters })

test('reads the public parameters, without who it is', () => {
  expect(customChallenge.read(asked)).toEqual({
    parameters: { question: 'What was the name of your first pet?' },
  })
})

test('writes the answer to the letter', () => {
  expect(customChallenge.write({ answer: ' Rex ' })).toEqual({ ANSWER: ' Rex ' })
})

describe('the next ask', () => {
  const before = next({ USERNAME: 'ana', question: 'Why?', attemptsLeft: '2' })

  test('is this one again when only counters differ', () => {
    const after = next({ attemptsLeft: '1', question: 'Why?', USERNAME: 'ana' })
    expect(customChallenge.repeats?.(before, after)).toBe(true)
  })

  test('is a further step when it asks something else', () => {
    expect(customChallenge.repeats?.(before, next({ question: 'How?' }))).toBe(false)
  })

  test('is a further step when it is another challenge', () => {
    const other = { ...before, ChallengeName: 'SMS_MFA' }
    expect(customChallenge.repeats?.(before, other)).toBe(false)
  })
})
