import { fromHex } from '../srp/find-verifier.ts'
import { prime } from '../srp/group.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'

/** The client's public value. With A ≡ 0 modulo the prime, anybody could prove any password. */
export function readSrpA({ SRP_A: hex }: Record<string, string>): bigint {
  if (!hex) throw missingParameter('SRP_A')
  // Checks the length before the expensive conversion.
  if (!/^[\da-f]{1,769}$/i.test(hex)) throw invalidParameter('SRP_A is not a hexadecimal number')
  const A = fromHex(hex)
  if (A % prime === 0n) throw invalidParameter('SRP_A must not be zero in the group')
  return A
}
