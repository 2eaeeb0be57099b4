#!/usr/bin/env node
/// <reference types="node" />
import { createSimulatorOf } from '../create-simulator.ts'
import { openDataFile } from './data-file.ts'
import { serve } from './index.ts'
import { loadTriggers } from './load-triggers.ts'
import { type Flags, readFlags } from './read-flags.ts'

const help = `A stand-in for Amazon Cognito user pools, for development. Never put it in front of real users.

Usage: sallyport-simulator [--port 9229] [options]

  --port PORT       port to listen on (9229; 0 for any free port)
  --host HOST       address to listen on (127.0.0.1, for this machine only)
  --data FILE       keep pools, clients and users in FILE across restarts, passwords in plain text
  --triggers FILE   an ES module whose exports are Lambda triggers: defineAuthChallenge, …
  --issuer WHO      issuer of the tokens: aws (the real service) or self (this server)
  --sms-setup       let MFA_SETUP offer SMS, in analogy to e-mail
  --help            this text
`

try {
  await run(readFlags(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(flags: Flags): Promise<void> {
  if (flags.help) {
    console.log(help)
    return
  }
  const file = flags.data === undefined ? undefined : await openDataFile(flags.data)
  const triggers = flags.triggers === undefined ? {} : await loadTriggers(flags.triggers)
  let url = ''
  const { loaded } = file ?? {}
  const simulator = createSimulatorOf(loaded?.pools ?? [], {
    triggers,
    smsSetup: flags.smsSetup,
    ...(loaded && { signingKeys: async () => loaded.signingKeys }),
    ...(flags.issuer === 'self' && { issuer: (poolId: string) => `${url}/${poolId}` }),
  })
  const server = await serve(
    {
      async fetch(input, init) {
        try {
          return await simulator.fetch(input, init)
        } finally {
          // Saved before the response is sent, so that a restart loses nothing that a client was told.
          await file?.save(await simulator.snapshot())
        }
      },
    },
    { port: flags.port, host: flags.host },
  )
  url = server.url
  console.log(`Sallyport simulator, for development only: ${url} stands in for Amazon Cognito.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close())
  }
}
