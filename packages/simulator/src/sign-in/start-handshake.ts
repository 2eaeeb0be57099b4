import { randomInteger } from '../srp/bytes.ts'
import { derivePublicValue, deriveScrambler } from '../srp/handshake.ts'
import { invalidLambdaOutput } from './run-trigger.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

export interface HandshakeParameters {
  SALT: string
  SECRET_BLOCK: string
  SRP_B: string
}

/** The parameters with which a client proves a password or a device secret. */
export async function startHandshake(
  { service, pool, client, username, admin, flow }: SignInAttempt,
  A: unknown,
  { salt, verifier, deviceKey }: { salt: bigint; verifier: bigint; deviceKey?: string },
): Promise<HandshakeParameters> {
  // Only a trigger can order the challenge without SRP_A.
  if (typeof A !== 'bigint') throw invalidLambdaOutput()

  const b = randomInteger(32)
  const B = derivePublicValue(b, verifier)
  const block = await service.secretBlocks.seal({
    poolId: pool.id,
    clientId: client.id,
    username,
    admin,
    flow,
    ...(deviceKey !== undefined && { deviceKey }),
    A: A.toString(16),
    b: b.toString(16),
    scrambler: (await deriveScrambler(A, B)).toString(16),
    salt: salt.toString(16),
    sealedAt: service.clock.now(),
  })
  return { SALT: salt.toString(16), SECRET_BLOCK: block, SRP_B: B.toString(16) }
}
