import { newClient } from '../pool/new-pool.ts'
import type { Client } from '../pool/pool.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { list, number, type Shape, struct, text } from '../wire/shape.ts'
import { readRotation, type RotationSettings, rotationSettings } from './rotation-settings.ts'

export interface ClientSettings {
  AccessTokenValidity: number | undefined
  AuthSessionValidity: number | undefined
  ExplicitAuthFlows: string[] | undefined
  IdTokenValidity: number | undefined
  PreventUserExistenceErrors: string | undefined
  ReadAttributes: string[] | undefined
  RefreshTokenRotation: RotationSettings | undefined
  RefreshTokenValidity: number | undefined
  TokenValidityUnits: ValidityUnits | undefined
  WriteAttributes: string[] | undefined
}

interface ValidityUnits {
  AccessToken: string | undefined
  IdToken: string | undefined
  RefreshToken: string | undefined
}

const unit = text({ values: ['seconds', 'minutes', 'hours', 'days'] })

/** The members of CreateUserPoolClient and UpdateUserPoolClient that change how a client behaves. */
export const clientSettings: { [Name in keyof ClientSettings]: Shape<ClientSettings[Name]> } = {
  AccessTokenValidity: number({ min: 1, max: 86_400 }),
  AuthSessionValidity: number({ min: 3, max: 15 }),
  ExplicitAuthFlows: list(
    text({
      values: [
        'ADMIN_NO_SRP_AUTH',
        'CUSTOM_AUTH_FLOW_ONLY',
        'USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
        'ALLOW_USER_AUTH',
      ],
    }),
  ),
  IdTokenValidity: number({ min: 1, max: 86_400 }),
  PreventUserExistenceErrors: text({ values: ['LEGACY', 'ENABLED'] }),
  ReadAttributes: list(text({ min: 1, max: 2048 })),
  RefreshTokenRotation: rotationSettings,
  RefreshTokenValidity: number({ min: 0, max: 315_360_000 }),
  TokenValidityUnits: struct({ AccessToken: unit, IdToken: unit, RefreshToken: unit }),
  WriteAttributes: list(text({ min: 1, max: 2048 })),
}

/** A setting that the request omits returns to its default, as in the service. */
export function applyClientSettings(client: Client, settings: ClientSettings): void {
  const defaults = newClient(client.id, client.name, 0)
  const { ExplicitAuthFlows: flows, TokenValidityUnits: units } = settings
  const prefixed = flows?.filter((flow) => flow.startsWith('ALLOW_')) ?? []
  if (flows && prefixed.length > 0 && prefixed.length < flows.length) {
    throw invalidParameter(
      'Explicit auth flows with and without the prefix ALLOW_ cannot be mixed.',
    )
  }
  const validity = {
    access: toSeconds(settings.AccessTokenValidity, units?.AccessToken ?? 'hours', 3600),
    id: toSeconds(settings.IdTokenValidity, units?.IdToken ?? 'hours', 3600),
    refresh: toSeconds(settings.RefreshTokenValidity, units?.RefreshToken ?? 'days', 30 * 86_400),
  }
  checkValidity(validity)
  const rotation = readRotation(settings.RefreshTokenRotation, flows, defaults.explicitAuthFlows)
  // Changes the client only after all checks have passed.
  Object.assign(client, { validity, ...rotation } satisfies Partial<Client>)
  client.authSessionValidity = settings.AuthSessionValidity ?? defaults.authSessionValidity
  client.hidesUsers = settings.PreventUserExistenceErrors === 'ENABLED'
  client.readAttributes = settings.ReadAttributes
  client.writeAttributes = settings.WriteAttributes
}

const secondsPer: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

function toSeconds(amount: number | undefined, unitName: string, defaultSeconds: number): number {
  // Zero means the default, as in the service.
  return amount ? amount * (secondsPer[unitName] ?? 1) : defaultSeconds
}

function checkValidity({ access, id, refresh }: Client['validity']): void {
  const shortLived = Object.entries({ accessTokenValidity: access, idTokenValidity: id })
  for (const [name, seconds] of shortLived) {
    if (seconds < 300 || seconds > 86_400) {
      throw invalidParameter(`Invalid range for token validity: ${name} is 5 minutes to 1 day.`)
    }
  }
  if (refresh < 3600 || refresh > 315_360_000) {
    throw invalidParameter(
      'Invalid range for token validity: refreshTokenValidity is 60 minutes to 10 years.',
    )
  }
}
