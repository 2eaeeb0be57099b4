/// <reference types="vite/client" />
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import * as protocols from './challenges/protocols.ts'

/** A folder imports from itself and from those to its left. See `ARCHITECTURE.md`. */
const line = [
  'protocol',
  'client',
  'operations',
  'parts',
  'challenges',
  'session',
  'loop',
  'react',
] as const

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

const folderOf = (file: string) => file.split('/')[0] ?? ''
const rank = (file: string) => (line as readonly string[]).indexOf(folderOf(file))
/** The folder of one step, e.g. `sms-mfa`. */
const stepOf = (file: string) => /^challenges\/(.+?)\//.exec(file)?.[1]

test('imports point to the left', () => {
  expect(imports.length).toBeGreaterThan(300)
  expect(
    new Set(line.filter((folder) => imports.some(({ from }) => folderOf(from) === folder))),
  ).toEqual(new Set(line))
  expect(imports.filter(({ from, to }) => rank(to) > rank(from) && rank(from) >= 0)).toEqual([])
})

test('transports import protocol only, and only the loop imports transports', () => {
  const crossing = imports.filter(({ from, to }) => {
    const [out, into] = [from, to].map(folderOf)
    if (out === 'transports') return into !== 'transports' && into !== 'protocol'
    return into === 'transports' && out !== 'loop'
  })
  expect(crossing).toEqual([])
})

test('no step imports another', () => {
  const crossings = imports.filter(({ from, to }) => {
    return stepOf(from) && stepOf(to) && stepOf(from) !== stepOf(to)
  })
  expect(crossings).toEqual([])
})

test('outside challenges/, no file imports a step', () => {
  const crossings = imports.filter(({ from, to }) => folderOf(from) !== 'challenges' && stepOf(to))
  expect(crossings).toEqual([])
})

test('outside challenges/, no file names a step', () => {
  const elsewhere = Object.entries(sources).filter(([path]) => !path.startsWith('./challenges/'))
  const mentions = elsewhere.flatMap(([path, text]) => {
    return Object.keys(protocols)
      .filter((name) => text.includes(`'${name}'`))
      .map((name) => `${path}: ${name}`)
  })
  expect(mentions).toEqual([])
})

test('there are no circular imports, types included', () => {
  expect(circles()).toEqual([])
})

test('only challenges, parts and react import React', () => {
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

/** All circular imports, as paths of files. */
function circles(): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []

  function visit(file: string, path: string[]) {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const to of targets.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }

  for (const file of targets.keys()) visit(file, [])
  return found
}
