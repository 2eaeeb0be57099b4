export type { SimulatorClock } from './clock.ts'
export type { SentMessage } from './outbox.ts'
export type { AuthenticatorCode } from './pool/authenticator.ts'
export type {
  AliasName,
  AttributeType,
  ContactName,
  FirstFactor,
  MfaConfiguration,
  MfaType,
  RecoveryName,
  UserStatus,
} from './pool/pool.ts'
export { generateSigningKeys, type SigningKey, type SigningKeys } from './pool/signing-keys.ts'
export { createSimulator } from './create-simulator.ts'
export type { Simulator, SimulatorOptions } from './simulator.ts'
export type {
  ChallengeRound,
  ClaimsOverride,
  GroupOverride,
  Trigger,
  TriggerEvent,
  Triggers,
} from './triggers.ts'
export { createUserPool, type UserPool } from './user-pool.ts'
export type {
  CustomAttribute,
  DeviceOptions,
  PasskeyOptions,
  PasswordPolicyOptions,
  SessionTrackingOptions,
  SimulatedUser,
  UserPoolOptions,
} from './user-pool-options.ts'
export type { Fault, FaultAnswer, Faults } from './wire/fault.ts'
