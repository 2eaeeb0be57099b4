import { orderRound } from '../flows/order-round.ts'
import { checkLockOut } from '../pool/lock-out.ts'
import type { Device } from '../pool/pool.ts'
import { knownUser } from '../sign-in/attempt.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { checkProof, readProof } from '../sign-in/check-proof.ts'
import { isProofEnough } from '../sign-in/device-rules.ts'
import { openHandshake } from '../sign-in/open-handshake.ts'
import { fromHex } from '../srp/find-verifier.ts'
import type { Identity } from '../srp/handshake.ts'
import { missingParameter, notAuthorized } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

/** Given the client's SRP_A. */
export const devicePasswordVerifier: Challenge = {
  async ask(attempt, A) {
    const { device, username } = attempt
    const account = device && toAccount(device)
    if (!account) throw notAuthorized()
    const { key: deviceKey } = device
    const parameters = {
      ...(await openHandshake(attempt, A, { ...account, deviceKey })),
      USERNAME: username,
      DEVICE_KEY: deviceKey,
    }
    return { parameters, memory: undefined }
  },
  async check(attempt, { responses }) {
    if (!responses.DEVICE_KEY) throw missingParameter('DEVICE_KEY')
    const { service, device, flow, rounds } = attempt
    const user = knownUser(attempt)
    const proof = await readProof(attempt, responses)
    checkLockOut(user, service.clock.now())
    const proven =
      device !== undefined &&
      (await checkProof(attempt, proof, {
        deviceKey: device.key,
        find: async () => toAccount(device),
      }))
    if (!proven) throw notAuthorized()
    checkAccount(user)
    if (!isProofEnough(attempt)) throw notAuthorized('Invalid session for the user.')
    rounds.push({ challengeName: 'DEVICE_PASSWORD_VERIFIER', challengeResult: true })
    return flow === 'CUSTOM_AUTH' ? orderRound(attempt) : { issue: 'tokens' }
  },
}

function toAccount({
  key,
  groupKey,
  srp,
}: Device): { identity: Identity; salt: bigint; verifier: bigint } | undefined {
  if (!srp) return undefined
  return {
    identity: { group: groupKey, name: key },
    salt: fromHex(srp.salt),
    verifier: fromHex(srp.verifier),
  }
}
