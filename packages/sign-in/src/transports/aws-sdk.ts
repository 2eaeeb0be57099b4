import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  CompleteWebAuthnRegistrationCommand,
  ConfirmDeviceCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  StartWebAuthnRegistrationCommand,
  UpdateDeviceStatusCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthError } from '../protocol/auth-error.ts'
import type { Transport, TransportOptions } from '../protocol/transport.ts'
import type { Operation, Requests } from '../protocol/wire.ts'
import { exchange, readException } from './exchange.ts'
import { readResponse } from './read-response.ts'

/**
 * The default transport: the service's own client, bare, with the commands we use.
 * It sends once and within our deadline, and no answer of it is believed unread.
 */
export function awsSdkTransport(options: TransportOptions): Transport {
  const config: CognitoIdentityProviderClientConfig = {
    region: options.region,
    endpoint: options.endpoint,
    // By default one press becomes three sends, each of which may spend a code or a Session.
    maxAttempts: 1,
    requestHandler: {
      async handle({ headers, body }: HttpRequest, { abortSignal }: HandlerOptions = {}) {
        // Browsers set these themselves, and Node's fetch refuses one of them.
        const { host: _, 'content-length': __, ...own } = headers
        const signal = abortSignal ?? new AbortController().signal
        const json = typeof body === 'string' ? body : new TextDecoder().decode(body)
        const exchanged = await exchange(options, own, json, signal)
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

  return async (operation, request, { signal }) => {
    const Command = commands[operation] as typeof InitiateAuthCommand
    const answer = await client
      .send(new Command(request as Requests['InitiateAuth']), { abortSignal: signal })
      .catch((cause: unknown) => {
        throw signal.aborted ? new AuthError('cancelled', { sent: 'maybe' }) : cause
      })
    return readResponse(operation, answer)
  }
}

interface HttpRequest {
  headers: Record<string, string>
  body?: string | Uint8Array
}

interface HandlerOptions {
  abortSignal?: AbortSignal
}

const commands = {
  InitiateAuth: InitiateAuthCommand,
  RespondToAuthChallenge: RespondToAuthChallengeCommand,
  AssociateSoftwareToken: AssociateSoftwareTokenCommand,
  VerifySoftwareToken: VerifySoftwareTokenCommand,
  ConfirmDevice: ConfirmDeviceCommand,
  UpdateDeviceStatus: UpdateDeviceStatusCommand,
  StartWebAuthnRegistration: StartWebAuthnRegistrationCommand,
  CompleteWebAuthnRegistration: CompleteWebAuthnRegistrationCommand,
  RevokeToken: RevokeTokenCommand,
} satisfies Record<Operation, unknown>
