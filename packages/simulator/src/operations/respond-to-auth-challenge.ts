import { respond } from '../sign-in/respond.ts'
import { clientId, clientMetadata, session } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { analyticsMetadata, challengeName, parameters, userContextData } from './auth-fields.ts'
import { findPoolOfClient } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const respondToAuthChallenge: Operation = operation(
  struct({
    AnalyticsMetadata: analyticsMetadata,
    ChallengeName: challengeName,
    ChallengeResponses: parameters,
    ClientId: required(clientId),
    ClientMetadata: clientMetadata,
    Session: session,
    UserContextData: userContextData,
  }),
  (request, service) =>
    respond({
      service,
      ...findPoolOfClient(service, request.ClientId),
      admin: false,
      challengeName: request.ChallengeName,
      session: request.Session,
      responses: request.ChallengeResponses ?? {},
      clientMetadata: request.ClientMetadata,
    }),
)
