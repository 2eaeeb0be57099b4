import { flag, list, object, type Shape, text } from '../wire/shape.ts'

type Settings = Record<string, Shape<unknown>>

/** Settings that are stored and described as they were given. Most have no effect in the simulator. */
export const storedPoolSettings: Settings = {
  AdminCreateUserConfig: object(),
  DeletionProtection: text({ values: ['ACTIVE', 'INACTIVE'] }),
  EmailConfiguration: object(),
  EmailVerificationMessage: text({ min: 6, max: 20_000 }),
  EmailVerificationSubject: text({ min: 1, max: 140 }),
  SmsAuthenticationMessage: text({ min: 6, max: 140 }),
  SmsConfiguration: object(),
  SmsVerificationMessage: text({ min: 6, max: 140 }),
  UserAttributeUpdateSettings: object(),
  UserPoolAddOns: object(),
  UserPoolTags: object(),
  UserPoolTier: text({ values: ['LITE', 'ESSENTIALS', 'PLUS'] }),
  VerificationMessageTemplate: object(),
}

/** LambdaConfig has an effect, but is described as it was given, too. */
export const describedPoolSettings: string[] = [...Object.keys(storedPoolSettings), 'LambdaConfig']

export const storedMfaSettings: Record<
  'EmailMfaConfiguration' | 'SmsMfaConfiguration',
  Shape<unknown>
> = {
  EmailMfaConfiguration: object(),
  SmsMfaConfiguration: object(),
}

export const storedClientSettings: Settings = {
  AllowedOAuthFlows: list(text()),
  AllowedOAuthFlowsUserPoolClient: flag(),
  AllowedOAuthScopes: list(text()),
  AnalyticsConfiguration: object(),
  CallbackURLs: list(text()),
  DefaultRedirectURI: text(),
  EnablePropagateAdditionalUserContextData: flag(),
  EnableTokenRevocation: flag(),
  LogoutURLs: list(text()),
  SupportedIdentityProviders: list(text()),
}

/** Token lifetimes and rotation are described in the units in which they were given. */
export const describedClientSettings: string[] = [
  ...Object.keys(storedClientSettings),
  'AccessTokenValidity',
  'IdTokenValidity',
  'RefreshTokenRotation',
  'RefreshTokenValidity',
  'TokenValidityUnits',
]

export function pick(names: string[], request: Record<string, unknown>): Record<string, unknown> {
  const presentNames = names.filter((name) => request[name] !== undefined)
  return Object.fromEntries(presentNames.map((name) => [name, request[name]]))
}
