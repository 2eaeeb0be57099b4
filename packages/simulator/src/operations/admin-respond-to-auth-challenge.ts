import { respond } from '../sign-in/respond.ts'
import { clientId, clientMetadata, session, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { analyticsMetadata, challengeName, contextData, parameters } from './auth-fields.ts'
import { findClient, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminRespondToAuthChallenge: Operation = operation(
  struct({
    AnalyticsMetadata: analyticsMetadata,
    ChallengeName: challengeName,
    ChallengeResponses: parameters,
    ClientId: required(clientId),
    ClientMetadata: clientMetadata,
    ContextData: contextData,
    Session: session,
    UserPoolId: required(userPoolId),
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    return respond({
      service,
      pool,
      client: findClient(pool, request.ClientId),
      admin: true,
      challengeName: request.ChallengeName,
      session: request.Session,
      responses: request.ChallengeResponses ?? {},
      clientMetadata: request.ClientMetadata,
    })
  },
)
