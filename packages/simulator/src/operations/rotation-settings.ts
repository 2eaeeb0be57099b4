import { invalidParameter } from '../wire/service-exception.ts'
import { number, required, type Shape, struct, text } from '../wire/shape.ts'

export interface RotationSettings {
  Feature: string
  RetryGracePeriodSeconds: number | undefined
}

export const rotationSettings: Shape<RotationSettings | undefined> = struct({
  Feature: required(text({ values: ['ENABLED', 'DISABLED'] })),
  RetryGracePeriodSeconds: number({ min: 0, max: 60 }),
})

const refreshFlow = 'ALLOW_REFRESH_TOKEN_AUTH'

/** The flows of a client with this rotation, and the grace period in seconds. */
export function readRotation(
  settings: RotationSettings | undefined,
  given: string[] | undefined,
  defaultFlows: string[],
): { explicitAuthFlows: string[]; rotationGrace: number | undefined } {
  if (settings?.Feature !== 'ENABLED') {
    return { explicitAuthFlows: given ?? defaultFlows, rotationGrace: undefined }
  }
  if (given?.includes(refreshFlow)) {
    throw invalidParameter(`RefreshTokenRotation cannot be enabled together with ${refreshFlow}.`)
  }
  return {
    explicitAuthFlows: given ?? defaultFlows.filter((flow) => flow !== refreshFlow),
    rotationGrace: settings.RetryGracePeriodSeconds ?? 0,
  }
}
