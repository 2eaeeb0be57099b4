/// <reference types="node" />
import { parseArgs } from 'node:util'

export interface Flags {
  port: number
  host: string
  data: string | undefined
  triggers: string | undefined
  issuer: 'aws' | 'self'
  smsSetup: boolean
  help: boolean
}

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readFlags(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '9229' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      triggers: { type: 'string' },
      issuer: { type: 'string', default: 'aws' },
      'sms-setup': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { port, issuer, 'sms-setup': smsSetup, data, triggers, ...rest } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error('--port must be 0 to 65535.')
  if (issuer !== 'aws' && issuer !== 'self') throw new Error('--issuer must be aws or self.')
  return { port: Number(port), issuer, smsSetup, data, triggers, ...rest }
}
