/// <reference types="vite/client" />
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import * as protocols from './challenges/protocols.ts'

/** A folder imports from itself and from those before it. The line that ARCHITECTURE.md draws. */
const line = ['protocol', 'transports', 'parts', 'challenges', 'journeys', 'loop', 'react']

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.{test,stories,test-d}.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const imports = Object.entries(sources).flatMap(([path, text]) => {
  const from = posix.normalize(path)
  return [...text.matchAll(/(?:from|import\() ?'(\..+?)'/g)].map(([, to = '']) => {
    return { from, to: posix.join(posix.dirname(from), to) }
  })
})

const rank = (file: string) => line.indexOf(file.split('/')[0] ?? '')

test('imports point one way', () => {
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.filter(({ from, to }) => rank(to) > rank(from) && rank(from) >= 0)).toEqual([])
})

test('transports stand on protocol alone, and nothing but the loop picks one', () => {
  const crossing = imports.filter(({ from, to }) => {
    const [out, into] = [from, to].map((file) => file.split('/')[0])
    if (out === 'transports') return into !== 'transports' && into !== 'protocol'
    return into === 'transports' && out !== 'loop'
  })
  expect(crossing).toEqual([])
})

test('no challenge imports another', () => {
  const challenge = (file: string) => /^challenges\/(.+?)\//.exec(file)?.[1]
  const crossings = imports.filter(({ from, to }) => {
    return challenge(from) && challenge(to) && challenge(from) !== challenge(to)
  })
  expect(crossings).toEqual([])
})

test('outside challenges/, nobody knows a challenge by name', () => {
  const elsewhere = Object.entries(sources).filter(([path]) => !path.startsWith('./challenges/'))
  const mentions = elsewhere.flatMap(([path, text]) => {
    return Object.keys(protocols)
      .filter((name) => text.includes(`'${name}'`))
      .map((name) => `${path}: ${name}`)
  })
  expect(mentions).toEqual([])
})

test('what runs before React knows nothing of it', () => {
  const react = Object.entries(sources).filter(([, text]) => /from 'react(-hook-form)?'/.test(text))
  const folders = new Set(react.map(([path]) => path.split('/')[1]))
  expect([...folders].toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual([
    'challenges',
    'parts',
    'react',
  ])
  expect(react.filter(([path]) => /\.(protocol|fields|labels|recording)\.ts$/.test(path))).toEqual(
    [],
  )
})
