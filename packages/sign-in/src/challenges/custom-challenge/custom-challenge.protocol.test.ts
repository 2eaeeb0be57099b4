import { describe, expect, test } from 'vitest'
import { customChallenge } from './custom-challenge.protocol.ts'
import { asked } from './custom-challenge.recording.ts'

test('reads the public parameters, without who it is', () => {
  expect(customChallenge.read(asked)).toEqual({
    parameters: { question: 'What was the name of your first pet?' },
  })
})

test('writes the answer to the letter', () => {
  expect(customChallenge.write?.({ answer: ' Rex ' })).toEqual({ ANSWER: ' Rex ' })
})

describe('the next ask', () => {
  const before = { question: 'Why?', attemptsLeft: '2', stage: '1' }
  const repeats = (after: Record<string, string>) => customChallenge.repeats?.(before, after)

  test('is this one again when only what is left differs', () => {
    expect(repeats({ stage: '1', attemptsLeft: '1', question: 'Why?' })).toBe(true)
  })

  test('is a further step when it asks something else', () => {
    expect(repeats({ ...before, question: 'How?' })).toBe(false)
  })

  test('is a further step when a stage is counted', () => {
    expect(repeats({ ...before, stage: '2' })).toBe(false)
  })

  test('is a further step when it has something more', () => {
    expect(repeats({ ...before, hint: 'Think.' })).toBe(false)
  })
})
