import { anything, type Shape } from '../wire/shape.ts'

/** Settings that change nothing here; they are kept, to be described again. */
export const otherPoolSettings: string[] = [
  'AdminCreateUserConfig',
  'DeletionProtection',
  'DeviceConfiguration',
  'EmailConfiguration',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'SmsAuthenticationMessage',
  'SmsConfiguration',
  'SmsVerificationMessage',
  'UserAttributeUpdateSettings',
  'UserPoolAddOns',
  'UserPoolTags',
  'UserPoolTier',
  'VerificationMessageTemplate',
]

export const otherClientSettings: string[] = [
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
  'AnalyticsConfiguration',
  'CallbackURLs',
  'DefaultRedirectURI',
  'EnablePropagateAdditionalUserContextData',
  'EnableTokenRevocation',
  'LogoutURLs',
  'RefreshTokenRotation',
  'SupportedIdentityProviders',
]

/** These do change something, but are described in the numbers and units they were given in. */
export const validitySettings: string[] = [
  'AccessTokenValidity',
  'IdTokenValidity',
  'RefreshTokenValidity',
  'TokenValidityUnits',
]

export function keep(names: string[]): Record<string, Shape<unknown>> {
  return Object.fromEntries(names.map((name) => [name, anything()]))
}

export function pick(names: string[], request: Record<string, unknown>): Record<string, unknown> {
  const given = names.filter((name) => request[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, request[name]]))
}
