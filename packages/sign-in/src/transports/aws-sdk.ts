import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  GlobalSignOutCommand,
  type InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthError } from '../protocol/auth-error.ts'
import { loadChunk } from '../protocol/load-chunk.ts'
import type { Transport, TransportOptions } from '../protocol/transport.ts'
import { exchange, readException } from './exchange.ts'

/**
 * The default transport: the client of the AWS SDK. It sends each request once and keeps to
 * `deadlineSeconds`. It rejects as {@link Transport} says.
 */
export function awsSdkTransport(options: TransportOptions): Transport {
  const config: CognitoIdentityProviderClientConfig = {
    region: options.region,
    endpoint: options.endpoint,
    // The SDK would send up to three times, and each may use up a code or a Session
    // (`docs/cognito.md#retries`).
    maxAttempts: 1,
    requestHandler: {
      async handle({ headers, body }: HttpRequest, handlerOptions: HandlerOptions = {}) {
        const { abortSignal, keepalive } = handlerOptions
        // Browsers set these two headers themselves, and the fetch of Node refuses one of them.
        const { host: _, 'content-length': __, ...requestHeaders } = headers
        const signal = abortSignal ?? new AbortController().signal
        const json = typeof body === 'string' ? body : new TextDecoder().decode(body)
        const exchanged = await exchange(options, requestHeaders, json, { signal, keepalive })
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
    const Command = lastCommands[operation.name] ?? (await loadChunk(operation.command()))
    // The cast is safe: `send` takes any command, and TypeScript does not know which one this is.
    const command = new Command(input as never) as InitiateAuthCommand
    // The client passes unknown options on to the request handler above.
    const handlerOptions: HandlerOptions = { abortSignal: signal, keepalive }
    return client.send(command, handlerOptions).catch((cause: unknown) => {
      throw signal.aborted ? new AuthError('cancelled', { sent: 'maybe' }) : cause
    })
  }
}

// The last requests of a page that is left, which runs no more tasks: nothing is loaded before them.
const lastCommands: Record<string, typeof RevokeTokenCommand | typeof GlobalSignOutCommand> = {
  RevokeToken: RevokeTokenCommand,
  GlobalSignOut: GlobalSignOutCommand,
}

interface HttpRequest {
  headers: Record<string, string>
  body?: string | Uint8Array
}

interface HandlerOptions {
  abortSignal?: AbortSignal
  keepalive?: boolean | undefined
}
