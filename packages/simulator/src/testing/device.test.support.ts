import { createHash, randomBytes } from 'node:crypto'
import { type Answer, noon, type OpenPool, password } from './open-pool.test.support.ts'
import {
  answerVerifier,
  createSrpClient,
  signProof,
  type SrpClient,
} from './srp-client.test.support.ts'

/** What a client stores of its device. */
export interface KeptDevice {
  key: string
  group: string
  secret: string
}

export interface DeviceVectors {
  /** Hexadecimal. */
  salt?: string
  /** A pattern that the 768 digits of the verifier must match. */
  shape?: RegExp
  /** The hexadecimal prefix of an integer. `sign` writes `00` only before a set top bit. */
  prefix?: string
}

/** The new device of a sign-in, and its verifier for ConfirmDevice. */
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

/** Signs in by password and confirms the new device. */
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

/** Answers DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER with the device's secret. */
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

/** Signs in by SRP without a Session, and returns what follows PASSWORD_VERIFIER. */
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

/** As Java's BigInteger writes it. */
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
