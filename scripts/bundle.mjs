// Bundles one import of ours as an application would, with React left out, and says what it costs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @param {string} source an application's module, e.g. `export { SignIn } from '@sallyport/sign-in'`
 * @returns {Promise<{ first: Chunk[], later: Chunk[] }>} what loads at once, and what on demand
 * @typedef {{ name: string, code: string, modules: string[], gzip: number }} Chunk
 */
export async function bundle(source) {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bundle-'))
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production' // under the tests it is another, and the JSX bigger
  try {
    const entry = join(folder, 'app.ts')
    writeFileSync(entry, source)
    const { output } = await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      resolve: {
        conditions: ['@sallyport/source', ...defaultClientConditions],
      },
      plugins: [fromRoot()],
      build: {
        write: false,
        minify: true,
        cssMinify: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: entry,
          external: [/^react(-dom)?($|\/)/],
          preserveEntrySignatures: 'strict',
        },
      },
    })
    const chunks = output.map((file) => {
      const code = file.type === 'chunk' ? file.code : String(file.source)
      const modules = file.type === 'chunk' ? Object.keys(file.modules) : []
      return {
        name: file.fileName,
        code,
        modules: modules.map((id) => id.replace(`${root}/`, '')),
        gzip: gzipSync(code, { level: 9 }).length,
        imports: file.type === 'chunk' ? file.imports : [],
        isEntry: file.type === 'chunk' && file.isEntry,
      }
    })
    const byName = new Map(chunks.map((chunk) => [chunk.name, chunk]))
    const first = new Set(chunks.filter(({ name, isEntry }) => isEntry || name.endsWith('.css')))
    for (const { imports } of first) {
      for (const name of imports) if (byName.has(name)) first.add(byName.get(name))
    }
    return { first: [...first], later: chunks.filter((chunk) => !first.has(chunk)) }
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Packages resolve as they do for apps/demo, wherever the module itself lies. */
function fromRoot() {
  const importer = join(root, 'apps/demo/package.json')
  return {
    name: 'from-root',
    enforce: 'pre',
    resolveId(id, from, options) {
      if (!from?.endsWith('app.ts') || id.startsWith('.')) return undefined
      return this.resolve(id, importer, { ...options, skipSelf: true })
    },
  }
}
