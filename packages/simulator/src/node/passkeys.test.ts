import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { password } from '../testing/open-pool.test.support.ts'
import {
  createAuthenticator,
  type CreationOptions,
  type RequestOptions,
} from '../testing/software-authenticator.test.support.ts'
import { createUserPool } from '../user-pool.ts'
import { serve } from './index.ts'

test('the AWS SDK registers a passkey, signs in by it and deletes it', async () => {
  const pool = createUserPool({
    users: [{ username: 'ana', password }],
    passkeys: { relyingPartyId: 'localhost' },
  })
  const server = await serve(pool)
  const client = new sdk.CognitoIdentityProviderClient({
    endpoint: server.url,
    region: 'eu-west-1',
    maxAttempts: 1,
  })
  const ClientId = pool.config.clientId
  const { AuthenticationResult: tokens } = await client.send(
    new sdk.InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password },
    }),
  )
  const token = { AccessToken: tokens!.AccessToken }
  const authenticator = createAuthenticator()
  const { CredentialCreationOptions: options } = await client.send(
    new sdk.StartWebAuthnRegistrationCommand(token),
  )
  const credential = await authenticator.create(options as unknown as CreationOptions)
  const Credential = JSON.parse(
    JSON.stringify(credential),
  ) as sdk.CompleteWebAuthnRegistrationRequest['Credential']
  await client.send(new sdk.CompleteWebAuthnRegistrationCommand({ ...token, Credential }))
  const { Credentials } = await client.send(new sdk.ListWebAuthnCredentialsCommand(token))
  expect(Credentials).toMatchObject([{ CredentialId: credential.id, CreatedAt: expect.any(Date) }])

  const asked = await client.send(
    new sdk.InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: 'ana', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
    }),
  )
  const request = JSON.parse(
    asked.ChallengeParameters!.CREDENTIAL_REQUEST_OPTIONS!,
  ) as RequestOptions
  const CREDENTIAL = JSON.stringify(await authenticator.get(request))
  const answered = await client.send(
    new sdk.RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'WEB_AUTHN',
      Session: asked.Session,
      ChallengeResponses: { USERNAME: 'ana', CREDENTIAL },
    }),
  )
  expect(answered.AuthenticationResult).toHaveProperty('AccessToken')

  const gone = new sdk.DeleteWebAuthnCredentialCommand({ ...token, CredentialId: credential.id })
  await client.send(gone)
  await expect(client.send(gone)).rejects.toThrow(sdk.ResourceNotFoundException)
  await server.close()
})
