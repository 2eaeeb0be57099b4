import { initiate } from '../sign-in/initiate.ts'
import { clientId, clientMetadata, session } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { analyticsMetadata, authFlow, parameters, userContextData } from './auth-fields.ts'
import { findPoolOfClient } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const initiateAuth: Operation = operation(
  struct({
    AnalyticsMetadata: analyticsMetadata,
    AuthFlow: authFlow,
    AuthParameters: parameters,
    ClientId: required(clientId),
    ClientMetadata: clientMetadata,
    Session: session,
    UserContextData: userContextData,
  }),
  (request, service) =>
    initiate({
      service,
      ...findPoolOfClient(service, request.ClientId),
      admin: false,
      flow: request.AuthFlow,
      parameters: request.AuthParameters ?? {},
      session: request.Session,
      clientMetadata: request.ClientMetadata,
    }),
)
