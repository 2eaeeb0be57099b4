// The peers are no devDependencies: 160 MB that `npm test` never needs. They are fetched into a cache.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const dependencies = {
  'amazon-cognito-passwordless-auth': '0.17.0',
  'aws-amplify': '6.22.1',
  'cognito-local': '5.3.0',
}

/** The folder that they are in, for modules that import them. */
export function installPeers() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
  const folder = join(root, 'node_modules/.cache/bench')
  const file = join(folder, 'package.json')
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies }, null, 2)
  if (existsSync(file) && readFileSync(file, 'utf8') === manifest) return folder

  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), settings)
  writeFileSync(file, manifest)
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pnpm = ['--prefer-offline', '-y', packageManager, 'install', '--no-frozen-lockfile']
  try {
    execFileSync('npx', pnpm, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (reason) {
    writeFileSync(file, '{}') // so that the next run tries again
    throw reason
  }
  return folder
}

const settings = `autoInstallPeers: false
shamefullyHoist: true # the page that is measured reaches into what is beneath aws-amplify
allowBuilds:
  aws-sdk: false
  esbuild: false
`
