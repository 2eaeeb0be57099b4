export type { FirstFactor } from './challenges/first-factor.ts'
export type { ActiveChallenge, ChallengeName } from './challenges/challenge.ts'
export { totpUri } from './challenges/totp-uri.ts'
export type { AuthEvent } from './loop/auth-events.ts'
export type { AuthOptions } from './loop/auth-options.ts'
export type { AuthActions, AuthState, Credentials } from './loop/auth-state.ts'
export { type Auth, createAuth } from './loop/create-auth.ts'
export type { AuthFlow } from './loop/flows.ts'
export type { AuthRequestInfo, RequestMetadata } from './loop/metadata.ts'
export type {
  AuthSession,
  AuthTokens,
  AuthUser,
  SignOutOptions,
  SignOutResult,
  TokensOptions,
} from './session/auth-session.ts'
export type { SessionEndReason } from './protocol/session-end-reason.ts'
export type { TokenStorage, TokenStorageMode } from './session/token-storage.ts'
export type { ChallengeState, ChallengePhase, ResendCode } from './protocol/active-challenge.ts'
export { AuthError, type AuthErrorDetails, type PasswordRule } from './protocol/auth-error.ts'
export { type AuthErrorCode, authErrors, type Recovery } from './protocol/auth-errors.ts'
export type { FieldSpec, FieldSpecs, FieldIssue } from './protocol/field.ts'
export * as fields from './protocol/fields.ts'
export { CognitoException } from './protocol/cognito-exception.ts'
export type {
  PasskeyCredential,
  PasskeyOptions,
  PasskeyPrompt,
  Passkeys,
} from './protocol/passkeys.ts'
export { isCode, readCode } from './protocol/one-time-code.ts'
export type { AnyOperation } from './protocol/operation.ts'
export type { RememberDevice } from './protocol/remembered-device.ts'
export type { DeviceStorage } from './session/records.ts'
export type { Transport, TransportFactory, TransportOptions } from './protocol/transport.ts'
