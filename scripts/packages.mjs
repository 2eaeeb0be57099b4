// Packs each package as it would be published and checks what is inside.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const to = resolve('node_modules/.cache/pack')
rmSync(to, { recursive: true, force: true })
mkdirSync(to, { recursive: true })
const pnpm = JSON.parse(readFileSync('package.json', 'utf8')).packageManager
const sh = (command, args, cwd = '.') =>
  execFileSync(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
sh('npx', [
  '--prefer-offline',
  '-y',
  pnpm,
  '--filter',
  './packages/*',
  'pack',
  '--pack-destination',
  to,
])
for (const file of readdirSync(to)) {
  console.log(file)
  console.log(sh('publint', ['run', join(to, file), '--strict']))
  console.log(
    sh('attw', [join(to, file), '--profile', 'esm-only', '--format', 'ascii', '--no-emoji']),
  )
}
