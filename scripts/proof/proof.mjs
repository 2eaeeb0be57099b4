// `npm run proof`: checks that need what `npm test` does without, because it is heavy or takes long.
// `npm run proof -- tabs` runs one part.
import { installPeers } from '../bench/peers.mjs'
import { proveCognitoLocal } from './cognito-local.mjs'
import { proveTabs } from './tabs.mjs'

const parts = {
  'cognito-local': () => proveCognitoLocal(installPeers()),
  tabs: proveTabs,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: only ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const count = { passed: 0, failed: 0 }
for (const [name, prove] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n▶ ${name}`)
  const facts = await prove().catch((error) => [{ fact: 'it runs to its end', error }])
  for (const { fact, error } of facts) {
    console.log(error ? `✗ ${fact}\n    ${error.stack ?? error}` : `✓ ${fact}`)
    count[error ? 'failed' : 'passed'] += 1
  }
}
console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed > 0 ? 1 : 0)
