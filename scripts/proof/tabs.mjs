// The test of eight tabs, a hundred times in place of five.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const report = join(root, 'node_modules/.cache/tabs.json')

export async function proveTabs() {
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const how = ['run', '--project', 'react-19', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, SALLYPORT_TAB_ROUNDS: '100' }
  let exit
  try {
    const file = 'packages/sign-in/src/session/tabs.test.tsx'
    execFileSync(process.execPath, [vitest, ...how, file], { cwd: root, env, stdio: 'ignore' })
  } catch (error) {
    exit = error
  }
  const { testResults } = readReport(exit)
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status, failureMessages }) => {
      const error = status === 'passed' ? undefined : (failureMessages[0] ?? status)
      return { fact: fullName, error }
    })
}

function readReport(exit) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch (reason) {
    throw exit ?? reason
  }
}
