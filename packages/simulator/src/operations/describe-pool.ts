import type { Attribute, Pool } from '../pool/pool.ts'

/** A pool as DescribeUserPool returns it. */
export function describePool(pool: Pool): object {
  const { passwordPolicy: policy, recovery, usernameAttributes, aliasAttributes } = pool
  return {
    LambdaConfig: pool.lambda,
    ...pool.described,
    Id: pool.id,
    Name: pool.name,
    Arn: `arn:aws:cognito-idp:${pool.id.split('_')[0]}:000000000000:userpool/${pool.id}`,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.modifiedAt / 1000,
    EstimatedNumberOfUsers: pool.users.size,
    MfaConfiguration: pool.mfa,
    Policies: {
      PasswordPolicy: {
        MinimumLength: policy.minLength,
        RequireUppercase: policy.uppercase,
        RequireLowercase: policy.lowercase,
        RequireNumbers: policy.numbers,
        RequireSymbols: policy.symbols,
        ...(policy.history > 0 && { PasswordHistorySize: policy.history }),
        TemporaryPasswordValidityDays: policy.temporaryDays,
      },
      SignInPolicy: { AllowedFirstAuthFactors: pool.firstFactors },
    },
    SchemaAttributes: pool.schema.map(describeAttribute),
    UsernameConfiguration: { CaseSensitive: pool.caseSensitive },
    ...(pool.devices && {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: pool.devices.trusted,
        DeviceOnlyRememberedOnUserPrompt: pool.devices.optIn,
      },
    }),
    ...(pool.autoVerified.length > 0 && { AutoVerifiedAttributes: pool.autoVerified }),
    ...(usernameAttributes.length > 0 && { UsernameAttributes: usernameAttributes }),
    ...(aliasAttributes.length > 0 && { AliasAttributes: aliasAttributes }),
    ...(recovery.length > 0 && {
      AccountRecoverySetting: {
        RecoveryMechanisms: recovery.map((Name, index) => ({ Name, Priority: index + 1 })),
      },
    }),
  }
}

function describeAttribute({ name, type, mutable, required, min, max }: Attribute): object {
  const text = {
    ...(min !== undefined && { MinLength: String(min) }),
    ...(max !== undefined && { MaxLength: String(max) }),
  }
  const number = {
    ...(min !== undefined && { MinValue: String(min) }),
    ...(max !== undefined && { MaxValue: String(max) }),
  }
  return {
    Name: name,
    AttributeDataType: type,
    DeveloperOnlyAttribute: name.startsWith('dev:'),
    Mutable: mutable,
    Required: required,
    ...(type === 'String' && { StringAttributeConstraints: text }),
    ...(type === 'Number' && { NumberAttributeConstraints: number }),
  }
}
