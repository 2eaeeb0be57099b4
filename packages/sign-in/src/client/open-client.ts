import type { TransportFactory, TransportOptions } from '../protocol/transport.ts'
import { type Client, createClient } from './create-client.ts'

/** The client for these options. */
export function openClient(
  makeTransport: TransportFactory,
  options: Omit<TransportOptions, 'onDate'>,
): Client {
  return createClient((onDate) => makeTransport({ ...options, onDate }))
}
