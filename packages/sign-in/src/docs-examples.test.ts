import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
// In an app, so that the examples import what an app imports.
const folder = join(root, 'apps/demo/node_modules/.cache/docs-examples')

interface Example {
  /** The name in the example's first line, e.g. `auth.ts`, else a number. */
  file: string
  code: string
}

/** The TypeScript of one page. */
function examplesIn(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(tsx?)\n([^]*?)^```/gm)].map(([, kind, code = ''], index) => {
    const name = /^\/\/ ([\w./-]+\.tsx?)\n/.exec(code)?.[1]
    return { file: name ?? `example-${index + 1}.${kind}`, code }
  })
}

test('every example in the README and the documentation compiles', async () => {
  rmSync(folder, { recursive: true, force: true })
  let count = 0
  // The recipes are compiled in the package, with the libraries that they are for.
  const pages = globSync('docs/**/*.md', { cwd: root }).filter((page) => !/recipes/.test(page))
  for (const page of ['README.md', ...pages]) {
    for (const { file, code } of examplesIn(page)) {
      // One folder per page: the examples of a page may import each other.
      const path = join(folder, page.replace(/\W/g, '-'), file)
      mkdirSync(dirname(path), { recursive: true })
      // Also an example without an import is a module, so that its names stay its own.
      writeFileSync(path, `${code}\nexport {}\n`)
      count += 1
    }
  }
  expect(count).toBeGreaterThan(20)
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { noUnusedLocals: false },
    include: ['**/*'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const compiled = promisify(execFile)(process.execPath, [tsc, '-p', folder])
  // Resolves with the errors: they are the message of a red test.
  const errors = await compiled.then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
  expect(errors).toBe('')
})

test('the documentation shows every recipe as it is tested', () => {
  const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8')
  const recipes = globSync('packages/sign-in/src/recipes/*.tsx', { cwd: root })
  const sources = recipes.filter((path) => !path.includes('.test.'))
  expect(sources.length).toBeGreaterThan(0)
  for (const path of sources) expect(page).toContain(readFileSync(join(root, path), 'utf8'))
})
