import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { randomBase64url } from './random.ts'

/** An RSA key pair for RS256. */
export interface SigningKey {
  kid: string
  privateJwk: JWK
  publicJwk: JWK
}

/** The RSA keys that sign tokens. As in the service, ID and access tokens have different keys. */
export interface SigningKeys {
  id: SigningKey
  access: SigningKey
}

/** Generates RSA keys, which is slow. Share them between simulators by `signingKeys`. */
export async function generateSigningKeys(): Promise<SigningKeys> {
  const [id, access] = await Promise.all([generateSigningKey(), generateSigningKey()])
  return { id, access }
}

async function generateSigningKey(): Promise<SigningKey> {
  const kid = `${randomBase64url(32)}=`
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    kid,
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256' },
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
  }
}
