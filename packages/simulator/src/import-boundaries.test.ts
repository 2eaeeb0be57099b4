/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = import.meta.dirname
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
const imports = new Map(files.map((file) => [file, listImports(file)]))

test('every relative import of the simulator is found', () => {
  expect(imports.get('create-simulator.ts')).toContain('wire/route.ts')
  expect(imports.get('service.ts')).toContain('pool/pool.ts')
  expect([...imports.values()].flat().filter((file) => !files.includes(file))).toEqual([])
})

test('no file of the simulator imports itself through others, type imports included', () => {
  expect(files.flatMap((file) => findCycle(file) ?? [])).toEqual([])
})

/** The relative imports and re-exports of a file: values, types and `import()`. */
function listImports(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8')
  const specifiers = text.matchAll(/(?:\bfrom|\bimport\(|\bimport)\s*'(\.[^']+)'/g)
  return [...specifiers].map(([, specifier]) => {
    return new URL(specifier!, `file:///${file}`).pathname.slice(1)
  })
}

/** The shortest way from the file back to itself, such as `a.ts > b.ts > a.ts`. */
function findCycle(start: string): string | undefined {
  const paths = [[start]]
  const visited = new Set<string>()
  for (const path of paths) {
    for (const next of imports.get(path.at(-1)!) ?? []) {
      if (next === start) return [...path, next].join(' > ')
      if (visited.has(next)) continue
      visited.add(next)
      paths.push([...path, next])
    }
  }
  return undefined
}
