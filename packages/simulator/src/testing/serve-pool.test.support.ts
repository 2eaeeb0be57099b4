import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { createSimulator } from '../create-simulator.ts'
import { serve, type SimulatorServer } from '../node/index.ts'
import type { Simulator } from '../simulator.ts'
import { additionTriggers } from './addition-triggers.test.support.ts'
import { noon } from './open-pool.test.support.ts'

export interface ServedPool {
  simulator: Simulator
  server: SimulatorServer
  client: sdk.CognitoIdentityProviderClient
  UserPoolId: string
  ClientId: string
}

/** A pool that the AWS SDK created over HTTP. */
export async function servePool(MfaConfiguration: sdk.UserPoolMfaType): Promise<ServedPool> {
  const simulator = createSimulator({ triggers: additionTriggers, now: () => noon })
  const server = await serve(simulator)
  const client = new sdk.CognitoIdentityProviderClient({
    endpoint: server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:any'
  const { UserPool } = await client.send(
    new sdk.CreateUserPoolCommand({
      PoolName: 'journeys',
      LambdaConfig: {
        DefineAuthChallenge: arn,
        CreateAuthChallenge: arn,
        VerifyAuthChallengeResponse: arn,
      },
      Schema: [{ Name: 'name', Required: true }],
    }),
  )
  const UserPoolId = UserPool!.Id!
  if (MfaConfiguration !== 'OFF') {
    await client.send(
      new sdk.SetUserPoolMfaConfigCommand({
        UserPoolId,
        MfaConfiguration,
        SmsMfaConfiguration: {},
        EmailMfaConfiguration: {},
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    )
  }
  const { UserPoolClient } = await client.send(
    new sdk.CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'journeys',
      ExplicitAuthFlows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
    }),
  )
  return { simulator, server, client, UserPoolId, ClientId: UserPoolClient!.ClientId! }
}
