// Builds the packages in order of dependence: ESM (one file per module, so that
// "use client" stays where it was written), declarations, one CSS file.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { build } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')

for (const name of ['core', 'react']) {
  const dir = join(root, 'packages', name)
  const dist = join(dir, 'dist')
  rmSync(dist, { recursive: true, force: true })
  await build({
    root: dir,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
    build: {
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: { entry: 'src/index.ts', formats: ['es'] },
      rolldownOptions: {
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
    writeFileSync(join(dist, 'styles.css.d.ts'), 'export {};\n') // lets TypeScript 6+ resolve `import "@kit/react/styles.css"`
  }
  execFileSync(process.execPath, [tsc, '-p', join(dir, 'tsconfig.build.json')], {
    stdio: 'inherit',
  })
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const path = join(dist, file)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/(["'])(\.{1,2}\/[^"']+)\.tsx?\1/g, '$1$2.js$1'),
    )
  }
}
