// Builds the packages: ESM (one file per module, so that "use client" stays where it was written and
// an unused form costs nothing), declarations, one CSS file. Uncompiled by the React Compiler, whose
// runtime would tie applications to React 19.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')

for (const name of ['simulator', 'sign-in']) {
  console.log(`  packages/${name}`)
  const dir = join(root, 'packages', name)
  const dist = join(dir, 'dist')
  const { exports, bin = {} } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  const doors = Object.values(exports).flatMap((door) => door['@sallyport/source'] ?? [])
  const commands = Object.values(bin).map((file) =>
    file.replace('./dist', './src').replace('.js', '.ts'),
  )
  rmSync(dist, { recursive: true, force: true })
  await build({
    root: dir,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: {
        entry: [...doors, ...commands].filter((file) => /\.tsx?$/.test(file)),
        formats: ['es'],
      },
      rolldownOptions: {
        // "use client" is kept: each module stays a file of its own.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
        external: (id) => !/^[./\0]/.test(id) && !/^[A-Za-z]:/.test(id), // every package stays outside
        output: {
          preserveModules: true,
          preserveModulesRoot: join(dir, 'src'),
          entryFileNames: '[name].js',
        },
      },
    },
  })
  if (existsSync(join(dir, 'src/styles.css'))) {
    copyFileSync(join(dir, 'src/styles.css'), join(dist, 'styles.css'))
    // Lets TypeScript 6 and later resolve the side-effect import of the stylesheet.
    writeFileSync(join(dist, 'styles.css.d.ts'), 'export {}\n')
  }
  copyFileSync(join(root, 'LICENSE'), join(dir, 'LICENSE'))
  execFileSync(process.execPath, [tsc, '-p', join(dir, 'tsconfig.build.json')], {
    stdio: 'inherit',
  })
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const path = join(dist, file)
    // TypeScript rewrites such extensions in JavaScript, not in declarations.
    const declarations = readFileSync(path, 'utf8')
    writeFileSync(path, declarations.replace(/(["'])(\.{1,2}\/[^"']+)\.tsx?\1/g, '$1$2.js$1'))
  }
}
