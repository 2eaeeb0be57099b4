import { fromHex } from '../srp/find-verifier.ts'
import { prime } from '../srp/group.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'

/** The client's public value; with nothing at all in the group anybody could prove any password. */
export function readSrpA({ SRP_A: hex }: Record<string, string>): bigint {
  if (!hex) throw missingParameter('SRP_A')
  // Told by its length before it costs anything.
  if (!/^[\da-f]{1,769}$/i.test(hex)) throw invalidParameter('SRP_A is not a hexadecimal number')
  const A = fromHex(hex)
  if (A % prime === 0n) throw invalidParameter('SRP_A must not be zero in the group')
  return A
}
