import type { UpdateDeviceStatusRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export const updateDeviceStatus: Operation<UpdateDeviceStatusRequest, object> = {
  name: 'UpdateDeviceStatus',
  read: () => ({}),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).UpdateDeviceStatusCommand,
}
