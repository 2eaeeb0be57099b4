// `npm test`: every check, one after the other; says at the end what failed and how long each took.
// `node scripts/check.mjs types lint` runs only those.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const steps = {
  browser: 'node scripts/browser.mjs',
  format: 'oxfmt --check .',
  lint: 'oxlint --deny-warnings',
  types: 'tsc -p tsconfig.json',
  tests:
    'vitest run --reporter=default --reporter=json --outputFile.json=node_modules/.cache/tests.json && node scripts/verdict.mjs',
  build: 'node scripts/build.mjs',
  packages: 'node scripts/packages.mjs',
  unused: 'knip',
  journeys: 'playwright test',
  site: 'storybook build --quiet --output-dir storybook-static',
}
const limit = 10 * 60_000 // no step may hang for ever

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
Object.assign(process.env, {
  PATH: `${join(process.cwd(), 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  SALLYPORT_HANDSHAKES: '2000', // a tenth of them unless told
})

/** Runs one command with its own process group, so that a stuck browser dies with it. */
function run(command) {
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      stdio: 'inherit',
      detached: process.platform !== 'win32',
    })
    const stop = (signal) => {
      if (child.pid === undefined) return
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
      } catch {} // already gone
    }
    const onSignal = () => stop('SIGTERM')
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
    const timer = setTimeout(() => stop('SIGKILL'), limit)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
      stop('SIGTERM')
      done(signal ? `killed by ${signal}` : code === 0 ? '' : `exit ${code}`)
    })
  })
}

const wanted = process.argv.slice(2)
const rows = []
for (const [name, command] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n▶ ${name}: ${command}`)
  const from = Date.now()
  rows.push({ name, problem: await run(command), seconds: (Date.now() - from) / 1000 })
}
console.log()
for (const { name, problem, seconds } of rows)
  console.log(
    `${problem ? '✗' : '✓'} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s ${problem}`,
  )
process.exitCode = rows.some((row) => row.problem) ? 1 : 0
