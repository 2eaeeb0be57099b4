import { createHash, randomBytes } from 'node:crypto'
import { type Answer, noon, type OpenPool, password } from './open-pool.test.support.ts'
import {
  answerVerifier,
  createSrpClient,
  signProof,
  type SrpClient,
} from './srp-client.test.support.ts'

/** What an app keeps of the device that it runs on. */
export interface KeptDevice {
  key: string
  group: string
  secret: string
}

export interface DeviceVectors {
  /** Hex. */
  salt?: string
  /** What the 768 digits of the verifier have to look like. */
  shape?: RegExp
  /** What is written before an integer: the `00` of a top bit, where it is `sign`. */
  prefix?: string
}

/** The device of a sign-in, with what ConfirmDevice wants to know about it. */
export function makeDevice(
  { AuthenticationResult: { NewDeviceMetadata: given } }: Answer,
  { salt = randomBytes(16).toString('hex'), shape = /^/, prefix = 'sign' }: DeviceVectors = {},
): { device: KeptDevice; DeviceSecretVerifierConfig: object } {
  const { DeviceKey: key, DeviceGroupKey: group } = given
  const write = (hex: string) => (prefix === 'sign' ? pad(hex) : toBytes(prefix + even(hex)))
  for (;;) {
    const secret = randomBytes(40).toString('base64')
    const x = sha(pad(salt), sha(`${group}${key}:${secret}`))
    const verifier = createSrpClient(BigInt(`0x${x.toString('hex')}`)).SRP_A.padStart(768, '0')
    if (!shape.test(verifier)) continue
    const PasswordVerifier = write(verifier).toString('base64')
    const DeviceSecretVerifierConfig = { PasswordVerifier, Salt: write(salt).toString('base64') }
    return { device: { key, group, secret }, DeviceSecretVerifierConfig }
  }
}

/** Signs in by a password, and confirms the device that comes of it. */
export async function confirmDevice(
  { ask, signIn }: OpenPool,
  username: string,
  vectors?: DeviceVectors,
): Promise<{ device: KeptDevice; tokens: Answer['AuthenticationResult']; confirmed: Answer }> {
  const answer = await signIn(username)
  const { device, DeviceSecretVerifierConfig } = makeDevice(answer, vectors)
  const { AuthenticationResult: tokens } = answer
  const confirmed = await ask('ConfirmDevice', {
    AccessToken: tokens.AccessToken,
    DeviceKey: device.key,
    DeviceName: 'Ana’s browser',
    DeviceSecretVerifierConfig,
  })
  return { device, tokens, confirmed }
}

/** DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER, as answered on the device. */
export async function proveDevice(
  { answer }: OpenPool,
  asked: Answer,
  device: KeptDevice,
  USERNAME = 'ana',
): Promise<Answer> {
  const client = createSrpClient()
  const verifier = await answer(asked, { USERNAME, DEVICE_KEY: device.key, SRP_A: client.SRP_A })
  return answer(verifier, answerDeviceVerifier(client, verifier.ChallengeParameters, device))
}

/** The ChallengeResponses to DEVICE_PASSWORD_VERIFIER. */
export function answerDeviceVerifier(
  client: SrpClient,
  { SALT, SRP_B, SECRET_BLOCK, USERNAME }: Record<string, string>,
  { key, group, secret }: KeptDevice,
): Record<string, string> {
  const timestamp = 'Sat Nov 21 12:00:00 UTC 2026'
  return {
    USERNAME: USERNAME!,
    DEVICE_KEY: key,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK!,
    PASSWORD_CLAIM_SIGNATURE: signProof(client, {
      group,
      name: key,
      password: secret,
      salt: SALT!,
      B: SRP_B!,
      block: SECRET_BLOCK!,
      timestamp,
    }),
    TIMESTAMP: timestamp,
  }
}

/** A sign-in by SRP up to what comes after PASSWORD_VERIFIER, answered without a Session. */
export async function signInBySrp(
  { ask }: OpenPool,
  username: string,
  DEVICE_KEY?: string,
): Promise<Answer> {
  const client = createSrpClient()
  const known = DEVICE_KEY === undefined ? {} : { DEVICE_KEY }
  const { ChallengeParameters } = await ask('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: username, SRP_A: client.SRP_A, ...known },
  })
  const proof = answerVerifier(client, ChallengeParameters, password, { at: noon })
  return ask('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { ...proof, ...known },
  })
}

/** As Java writes a BigInteger. */
function pad(hex: string): Buffer {
  const bytes = toBytes(even(hex.replace(/^0+/, '')))
  return bytes[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
}

function even(hex: string): string {
  return hex.length % 2 ? `0${hex}` : hex
}

function toBytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}

function sha(...parts: (Buffer | string)[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}
