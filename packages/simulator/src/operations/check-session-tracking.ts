import type { Pool } from '../pool/pool.ts'
import { ServiceException } from '../wire/service-exception.ts'

export function checkSessionTracking({ sessionTracking }: Pool): void {
  if (sessionTracking.enabled) return
  const message = 'User session tracking is not enabled for the user pool.'
  throw new ServiceException('OperationNotEnabledException', message)
}
