import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { randomBase64url } from './random.ts'

export interface SigningKey {
  kid: string
  privateJwk: JWK
  publicJwk: JWK
}

/** As in the service, ID and access tokens are signed by different keys. */
export interface SigningKeys {
  id: SigningKey
  access: SigningKey
}

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
