import { initiate } from '../sign-in/initiate.ts'
import { clientId, clientMetadata, session, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { analyticsMetadata, authFlow, contextData, parameters } from './auth-fields.ts'
import { findClient, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminInitiateAuth: Operation = operation(
  struct({
    AnalyticsMetadata: analyticsMetadata,
    AuthFlow: authFlow,
    AuthParameters: parameters,
    ClientId: required(clientId),
    ClientMetadata: clientMetadata,
    ContextData: contextData,
    Session: session,
    UserPoolId: required(userPoolId),
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    return initiate({
      service,
      pool,
      client: findClient(pool, request.ClientId),
      admin: true,
      flow: request.AuthFlow,
      parameters: request.AuthParameters ?? {},
      session: request.Session,
      clientMetadata: request.ClientMetadata,
    })
  },
)
