import type { TransportOptions, Transport } from '../protocol/transport.ts'
import { exchange, readException } from './exchange.ts'
import { readResponse } from './read-response.ts'

/**
 * The small transport: the platform's own `fetch` and nothing else.
 * `createAuth({ …, transport: fetchTransport })`.
 */
export function fetchTransport(options: TransportOptions): Transport {
  return async (operation, request, { signal }) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    }
    const exchanged = await exchange(options, headers, JSON.stringify(request), signal)
    if (exchanged.status !== 200) throw readException(exchanged)
    return readResponse(operation, exchanged.answer)
  }
}
