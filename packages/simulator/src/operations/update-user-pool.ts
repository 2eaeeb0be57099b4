import { userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describedPoolSettings, pick, storedPoolSettings } from './described-settings.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { applyPoolSettings, poolSettings } from './pool-settings.ts'

export const updateUserPool: Operation = operation(
  struct({ ...storedPoolSettings, ...poolSettings, UserPoolId: required(userPoolId) }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    applyPoolSettings(pool, request)
    pool.described = pick(describedPoolSettings, request)
    pool.modifiedAt = service.clock.now()
    return {}
  },
)
