import { userPoolId } from '../wire/fields.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { describeSessionTracking } from './describe-session-tracking.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const setUserPoolSessionConfiguration: Operation = operation(
  struct({
    TokenSession: required(struct({ MaxPerUser: required(number({ min: 1, max: 100 })) })),
    UserPoolId: required(userPoolId),
    UserSessionTracking: required(text({ values: ['ENABLED', 'DISABLED'] })),
  }),
  ({ TokenSession, UserPoolId, UserSessionTracking }, service) => {
    const pool = findPool(service, UserPoolId)
    if (pool.described['UserPoolTier'] === 'LITE') {
      const message = 'Session tracking needs the Essentials or Plus tier.'
      throw new ServiceException('FeatureUnavailableInTierException', message)
    }
    const enabled = UserSessionTracking === 'ENABLED'
    pool.sessionTracking = { enabled, maxPerUser: TokenSession.MaxPerUser }
    pool.modifiedAt = service.clock.now()
    return describeSessionTracking(pool)
  },
)
