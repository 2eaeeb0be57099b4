import { checkLockOut } from '../pool/lock-out.ts'
import type { Device } from '../pool/pool.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { checkProof, readProof } from '../sign-in/check-proof.ts'
import { isDeviceProofSufficient } from '../sign-in/device-rules.ts'
import { requireUser } from '../sign-in/sign-in-attempt.ts'
import { startHandshake } from '../sign-in/start-handshake.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import { fromHex } from '../srp/find-verifier.ts'
import type { Identity } from '../srp/handshake.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

/** The input is the client's SRP_A. */
export const devicePasswordVerifier: Challenge = {
  async ask(attempt, A) {
    const { device, username } = attempt
    const account = device && toSrpAccount(device)
    if (!account) throw notAuthorized()
    const { key: deviceKey } = device
    const parameters = {
      ...(await startHandshake(attempt, A, { ...account, deviceKey })),
      USERNAME: username,
      DEVICE_KEY: deviceKey,
    }
    return { parameters, state: undefined }
  },
  async check(attempt, { responses }) {
    if (!responses.DEVICE_KEY) throw missingParameter('DEVICE_KEY')
    const { service, device } = attempt
    const user = requireUser(attempt)
    const proof = await readProof(attempt, responses)
    checkLockOut(user, service.clock.now())
    const isProven =
      device !== undefined &&
      (await checkProof(attempt, proof, {
        deviceKey: device.key,
        find: async () => toSrpAccount(device),
      }))
    if (!isProven) throw notAuthorized()
    checkAccount(user)
    if (!isDeviceProofSufficient(attempt)) throw notAuthorized('Invalid session for the user.')
    return stepAfterChallenge(attempt, 'DEVICE_PASSWORD_VERIFIER', 'device')
  },
}

function toSrpAccount({
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
