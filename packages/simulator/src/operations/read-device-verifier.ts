import type { Device } from '../pool/pool.ts'
import { fromBase64, toInteger } from '../srp/bytes.ts'
import { prime } from '../srp/group.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'

export interface VerifierConfig {
  PasswordVerifier: string | undefined
  Salt: string | undefined
}

/** Reads the salt and verifier of ConfirmDevice as unsigned integers: some clients omit the leading `00`. */
export function readDeviceVerifier(config: VerifierConfig | undefined): NonNullable<Device['srp']> {
  if (!config) throw missingParameter('DeviceSecretVerifierConfig')
  const verifier = readInteger('PasswordVerifier', config.PasswordVerifier, 385)
  const salt = readInteger('Salt', config.Salt, 64)
  // With another verifier anybody could prove the secret.
  if (verifier < 2n || verifier >= prime) throw invalidParameter('Invalid PasswordVerifier given.')
  return { salt: salt.toString(16), verifier: verifier.toString(16) }
}

function readInteger(name: string, text: string | undefined, longest: number): bigint {
  if (!text) throw missingParameter(name)
  const bytes = fromBase64(text)
  if (!bytes || bytes.length === 0 || bytes.length > longest) {
    throw invalidParameter(`Invalid ${name} given.`)
  }
  return toInteger(bytes)
}
