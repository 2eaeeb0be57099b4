import type { User } from '../pool/pool.ts'
import { checkSecretHash } from '../pool/secret-hash.ts'
import { findUser } from '../pool/users.ts'
import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'
import { readDevice } from '../sign-in/device-rules.ts'
import { hasTrigger, runTrigger } from '../sign-in/run-trigger.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'
import { missingParameter, ServiceException } from '../wire/service-exception.ts'

/** Starts the attempt of a user, or of an unknown user if the client hides that there is none. */
export async function findSignInUser(
  request: InitiateAuthRequest,
  migrate: (username: string) => Promise<User | undefined> = async () => undefined,
): Promise<SignInAttempt> {
  const { service, pool, client, admin, flow, parameters, clientMetadata } = request
  const { USERNAME: typedName, SECRET_HASH: hash } = parameters
  if (!typedName) throw missingParameter('USERNAME')
  await checkSecretHash(client, [typedName], hash)

  const user = findUser(pool, typedName) ?? (await migrate(typedName))
  if (!user && !client.hidesUsers) throw userNotFound()
  // With SRP the device is checked at PASSWORD_VERIFIER: only there do clients drop an unknown DEVICE_KEY.
  const device = parameters.SRP_A ? undefined : readDevice(request, user, parameters)

  const username = user?.username ?? typedName
  if (hasTrigger(pool, 'preAuthentication')) {
    await runTrigger({
      service,
      pool,
      clientId: client.id,
      name: 'preAuthentication',
      sourceSuffix: 'Authentication',
      user,
      username,
      request: {
        ...(clientMetadata && { validationData: clientMetadata }),
        ...(!user && { userNotFound: true }),
      },
      response: {},
    })
  }
  const account = { service, pool, client, user, username, device }
  return {
    ...account,
    admin,
    flow,
    firstFactorPending: false,
    proven: new Set(),
    rounds: [],
    clientMetadata,
  }
}

export function userNotFound(): ServiceException {
  return new ServiceException('UserNotFoundException', 'User does not exist.')
}
