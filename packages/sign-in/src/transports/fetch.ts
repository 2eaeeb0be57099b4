import type { Transport, TransportOptions } from '../protocol/transport.ts'
import { exchange, readException } from './exchange.ts'

/**
 * A small transport: it uses `fetch` and does not load the AWS SDK. It sends each request once and keeps
 * to `deadlineSeconds`. It rejects as {@link Transport} says. See `docs/cognito.md#wire`.
 *
 * @example createAuth({ userPoolId, clientId, transport: fetchTransport })
 */
export function fetchTransport(options: TransportOptions): Transport {
  return async ({ name }, input, { signal, keepalive }) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${name}`,
    }
    const exchanged = await exchange(options, headers, JSON.stringify(input), {
      signal,
      keepalive,
    })
    if (exchanged.status !== 200) throw readException(exchanged)
    return exchanged.answer
  }
}
