import { flag, list, map, required, type Shape, struct, text } from './shape.ts'

// Members of several operations, with the limits of the service's model.
export const clientId: Shape<string | undefined> = text({ min: 1, max: 128, pattern: '[\\w+]+' })
export const clientSecret: Shape<string | undefined> = text({
  min: 24,
  max: 64,
  pattern: '[\\w+]+',
})
export const userPoolId: Shape<string | undefined> = text({
  min: 1,
  max: 55,
  pattern: '[\\w-]+_[0-9a-zA-Z]+',
})
export const username: Shape<string | undefined> = text({
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
})
export const password: Shape<string | undefined> = text({ max: 256 })
// The two published models disagree on the maximum. The larger one refuses no real client.
export const session: Shape<string | undefined> = text({ min: 20, max: 4096 })
export const token: Shape<string | undefined> = text({ pattern: '[A-Za-z0-9\\-_=.]+' })
export const deviceKey: Shape<string | undefined> = text({
  min: 1,
  max: 55,
  pattern: '[\\w-]+_[0-9a-f-]+',
})
export const rememberedStatus: Shape<string | undefined> = text({
  values: ['remembered', 'not_remembered'],
})
export const userCode: Shape<string | undefined> = text({ min: 6, max: 6, pattern: '[0-9]+' })
export const groupName: Shape<string | undefined> = text({
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
})
export const clientMetadata: Shape<Record<string, string> | undefined> = map()

export interface NameAndValue {
  Name: string
  Value: string | undefined
}

export const attributes: Shape<NameAndValue[] | undefined> = list(
  struct({
    Name: required(text({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' })),
    Value: text({ max: 2048 }),
  }),
)

export interface MfaSettings {
  Enabled: boolean | undefined
  PreferredMfa: boolean | undefined
}

export const passkeyMfaSettings: Shape<{ Enabled: boolean | undefined } | undefined> = struct({
  Enabled: flag(),
})

export const mfaSettings: Shape<MfaSettings | undefined> = struct({
  Enabled: flag(),
  PreferredMfa: flag(),
})

/** The simulator has no analytics: it checks only the form. */
export const analyticsMetadata: Shape<unknown> = struct({ AnalyticsEndpointId: text() })
