import { describe, expect, test } from 'vitest'
import { customChallenge } from './custom-challenge.protocol.ts'
import { asked } from './custom-challenge.recording.ts'

test('reads the public parameters without the username', () => {
  expect(customChallenge.read(asked)).toEqual({
    parameters: { question: 'What was the name of your first pet?' },
  })
})

test('writes the answer unchanged', () => {
  expect(customChallenge.write?.({ answer: ' Rex ' })).toEqual({ ANSWER: ' Rex ' })
})

describe('the next challenge', () => {
  const before = { question: 'Why?', attemptsLeft: '2', stage: '1' }
  const repeats = (after: Record<string, string>) => customChallenge.repeats?.(before, after)

  test('is a repeat if only the attempts left differ', () => {
    expect(repeats({ stage: '1', attemptsLeft: '1', question: 'Why?' })).toBe(true)
  })

  test('is a new step if the question differs', () => {
    expect(repeats({ ...before, question: 'How?' })).toBe(false)
  })

  test('is a new step if another number differs', () => {
    expect(repeats({ ...before, stage: '2' })).toBe(false)
  })

  test('is a new step if it has one more parameter', () => {
    expect(repeats({ ...before, hint: 'Think.' })).toBe(false)
  })
})
