import type { PasskeySettings } from '../pool/pool.ts'
import { type Shape, struct, text } from '../wire/shape.ts'

interface WebAuthnConfiguration {
  FactorConfiguration: string | undefined
  RelyingPartyId: string | undefined
  UserVerification: string | undefined
}

const multiFactor = 'MULTI_FACTOR_WITH_USER_VERIFICATION'

export const passkeySettings: Shape<WebAuthnConfiguration | undefined> = struct({
  FactorConfiguration: text({ values: ['SINGLE_FACTOR', multiFactor] }),
  RelyingPartyId: text({ min: 1, max: 127 }),
  UserVerification: text({ values: ['required', 'preferred'] }),
})

export function readPasskeySettings(
  configuration: WebAuthnConfiguration | undefined,
): PasskeySettings | undefined {
  if (!configuration) return undefined
  const { FactorConfiguration: factorConfiguration } = configuration
  return {
    rpId: configuration.RelyingPartyId,
    userVerification: configuration.UserVerification === 'required' ? 'required' : 'preferred',
    asMfa: factorConfiguration === undefined ? undefined : factorConfiguration === multiFactor,
  }
}

export function describePasskeySettings({
  rpId,
  userVerification,
  asMfa,
}: PasskeySettings): object {
  return {
    ...(rpId !== undefined && { RelyingPartyId: rpId }),
    UserVerification: userVerification,
    ...(asMfa !== undefined && { FactorConfiguration: asMfa ? multiFactor : 'SINGLE_FACTOR' }),
  }
}
