// `npm run bench`: our numbers beside the peers', measured in one run. `npm run bench -- srp` runs one part.
// Nothing here is part of `npm test`: what is timed depends on the machine. Read the ratios.
import { loadavg } from 'node:os'
import { benchBytes } from './bytes.mjs'
import { benchNetwork } from './network.mjs'
import { installPeers } from './peers.mjs'
import { benchSimulator } from './simulator.mjs'
import { benchSrp } from './srp.mjs'

const parts = {
  bytes: benchBytes,
  network: benchNetwork,
  srp: benchSrp,
  simulator: benchSimulator,
}

const wanted = process.argv.slice(2)
const peers = installPeers()
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n▶ ${name} (load ${loadavg()[0].toFixed(1)})`)
  const { rows, goals } = await bench(peers)
  console.table(Object.fromEntries(rows.map(({ of, ...row }) => [of, row])))
  for (const { goal, met, seen } of goals) {
    console.log(`${met ? '✓ met   ' : '✗ missed'} ${goal}: ${seen}`)
  }
}
