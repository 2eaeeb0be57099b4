// The simulator behind HTTP, in a process of its own, which says when asked how much of a core it has used.
import { createUserPool } from '../../packages/simulator/src/index.ts'
import { serve } from '../../packages/simulator/src/node/index.ts'

const users = Array.from({ length: Number(process.argv[2]) }, (_, n) => {
  return { username: `user${n}`, password: 'Pa55word!' }
})
const pool = createUserPool({ users })
const { url } = await serve(pool)
process.on('message', () => process.send(process.cpuUsage()))
process.on('disconnect', () => process.exit())
process.send({ url, clientId: pool.config.clientId })
