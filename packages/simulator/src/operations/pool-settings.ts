import { newPool } from '../pool/new-pool.ts'
import type {
  ContactName,
  DeviceTracking,
  MfaConfiguration,
  Pool,
  RecoveryName,
} from '../pool/pool.ts'
import { flag, list, number, object, type Shape, struct, text } from '../wire/shape.ts'
import { readSignInPolicy, signInPolicy, type SignInPolicySettings } from './sign-in-policy.ts'

export interface PoolSettings {
  AccountRecoverySetting:
    | {
        RecoveryMechanisms: { Name: string | undefined; Priority: number | undefined }[] | undefined
      }
    | undefined
  AutoVerifiedAttributes: string[] | undefined
  DeviceConfiguration:
    | {
        ChallengeRequiredOnNewDevice: boolean | undefined
        DeviceOnlyRememberedOnUserPrompt: boolean | undefined
      }
    | undefined
  LambdaConfig: Record<string, unknown> | undefined
  MfaConfiguration: string | undefined
  Policies:
    | {
        PasswordPolicy: PasswordPolicySettings | undefined
        SignInPolicy: SignInPolicySettings | undefined
      }
    | undefined
}

interface PasswordPolicySettings {
  MinimumLength: number | undefined
  PasswordHistorySize: number | undefined
  RequireLowercase: boolean | undefined
  RequireNumbers: boolean | undefined
  RequireSymbols: boolean | undefined
  RequireUppercase: boolean | undefined
  TemporaryPasswordValidityDays: number | undefined
}

/** The members of CreateUserPool and UpdateUserPool that change how a pool behaves. */
export const poolSettings: { [Name in keyof PoolSettings]: Shape<PoolSettings[Name]> } = {
  AccountRecoverySetting: struct({
    RecoveryMechanisms: list(
      struct({
        Name: text({ values: ['verified_email', 'verified_phone_number', 'admin_only'] }),
        Priority: number({ min: 1, max: 2 }),
      }),
    ),
  }),
  AutoVerifiedAttributes: list(text({ values: ['phone_number', 'email'] })),
  DeviceConfiguration: struct({
    ChallengeRequiredOnNewDevice: flag(),
    DeviceOnlyRememberedOnUserPrompt: flag(),
  }),
  LambdaConfig: object(),
  MfaConfiguration: text({ values: ['OFF', 'ON', 'OPTIONAL'] }),
  Policies: struct({
    PasswordPolicy: struct({
      MinimumLength: number({ min: 6, max: 99 }),
      PasswordHistorySize: number({ min: 0, max: 24 }),
      RequireLowercase: flag(),
      RequireNumbers: flag(),
      RequireSymbols: flag(),
      RequireUppercase: flag(),
      TemporaryPasswordValidityDays: number({ min: 0, max: 365 }),
    }),
    SignInPolicy: signInPolicy,
  }),
}

/** A setting that the request omits returns to its default, as in the service. */
export function applyPoolSettings(pool: Pool, settings: PoolSettings): void {
  const { Policies, AccountRecoverySetting, MfaConfiguration, LambdaConfig } = settings
  const policy = Policies?.PasswordPolicy
  const defaultPool = newPool(pool.id, pool.name, 0)
  const { passwordPolicy: defaultPolicy } = defaultPool
  const mfa = (MfaConfiguration ?? pool.mfa) as MfaConfiguration
  pool.firstFactors = readSignInPolicy(Policies?.SignInPolicy, mfa) ?? defaultPool.firstFactors
  pool.passwordPolicy = {
    minLength: policy?.MinimumLength ?? defaultPolicy.minLength,
    uppercase: policy ? (policy.RequireUppercase ?? false) : defaultPolicy.uppercase,
    lowercase: policy ? (policy.RequireLowercase ?? false) : defaultPolicy.lowercase,
    numbers: policy ? (policy.RequireNumbers ?? false) : defaultPolicy.numbers,
    symbols: policy ? (policy.RequireSymbols ?? false) : defaultPolicy.symbols,
    history: policy?.PasswordHistorySize ?? defaultPolicy.history,
    temporaryDays: policy?.TemporaryPasswordValidityDays ?? defaultPolicy.temporaryDays,
  }
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? []
  pool.recovery = mechanisms
    .toSorted((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0))
    .flatMap(({ Name }) => (Name ? [Name as RecoveryName] : []))
  pool.devices = toDeviceTracking(settings)
  pool.autoVerified = (settings.AutoVerifiedAttributes ?? []) as ContactName[]
  pool.lambda = Object.fromEntries(
    Object.entries(LambdaConfig ?? {}).flatMap(([name, value]) => toArn(name, value)),
  )
  pool.mfa = mfa
  // Without SetUserPoolMfaConfig, MFA means SMS, for historical reasons.
  if (pool.mfa !== 'OFF' && pool.mfaTypes.length === 0) pool.mfaTypes = ['SMS_MFA']
}

/** A value for either member turns device tracking on, even `false`. */
function toDeviceTracking({ DeviceConfiguration }: PoolSettings): DeviceTracking | undefined {
  const { ChallengeRequiredOnNewDevice: trusted, DeviceOnlyRememberedOnUserPrompt: optIn } =
    DeviceConfiguration ?? {}
  if (trusted === undefined && optIn === undefined) return undefined
  return { trusted: trusted ?? false, optIn: optIn ?? false }
}

/** Newer triggers have an object around the ARN, such as `PreTokenGenerationConfig.LambdaArn`. */
function toArn(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  const arn = (value as { LambdaArn?: unknown } | null)?.LambdaArn
  return typeof arn === 'string' ? [[name.replace(/Config$/, ''), arn]] : []
}
