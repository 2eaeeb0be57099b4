import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  type InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthError } from '../protocol/auth-error.ts'
import { loadChunk } from '../protocol/load-chunk.ts'
import type { Transport, TransportOptions } from '../protocol/transport.ts'
import { exchange, readException } from './exchange.ts'

/**
 * The default transport: the service's own client, bare.
 * It sends once, within our deadline.
 */
export function awsSdkTransport(options: TransportOptions): Transport {
  const config: CognitoIdentityProviderClientConfig = {
    region: options.region,
    endpoint: options.endpoint,
    // By default one press becomes three sends, each of which may spend a code or a Session.
    maxAttempts: 1,
    requestHandler: {
      async handle({ headers, body }: HttpRequest, handlerOptions: HandlerOptions = {}) {
        const { abortSignal, keepalive } = handlerOptions
        // Browsers set these themselves, and Node's fetch refuses one of them.
        const { host: _, 'content-length': __, ...own } = headers
        const signal = abortSignal ?? new AbortController().signal
        const json = typeof body === 'string' ? body : new TextDecoder().decode(body)
        const exchanged = await exchange(options, own, json, { signal, keepalive })
        if (exchanged.status !== 200) throw readException(exchanged)
        return {
          response: {
            statusCode: exchanged.status,
            headers: Object.fromEntries(exchanged.headers),
            body: new TextEncoder().encode(exchanged.body || '{}'),
          },
        }
      },
    },
  }
  const client = new CognitoIdentityProviderClient(config)

  return async (operation, input, { signal, keepalive }) => {
    const Command = await loadChunk(operation.command())
    // Which command it is, is the operation's own affair; the client takes any of them.
    const command = new Command(input as never) as InitiateAuthCommand
    // What the client does not know of the options, it hands on to the handler above.
    const handlerOptions: HandlerOptions = { abortSignal: signal, keepalive }
    return client.send(command, handlerOptions).catch((cause: unknown) => {
      throw signal.aborted ? new AuthError('cancelled', { sent: 'maybe' }) : cause
    })
  }
}

interface HttpRequest {
  headers: Record<string, string>
  body?: string | Uint8Array
}

interface HandlerOptions {
  abortSignal?: AbortSignal
  keepalive?: boolean | undefined
}
