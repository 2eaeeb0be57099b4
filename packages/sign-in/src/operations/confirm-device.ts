import type { ConfirmDeviceRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export interface ConfirmDeviceOutput {
  /** Whether the user must agree before the device is remembered. See `docs/cognito.md#confirm-device`. */
  UserConfirmationNecessary: boolean
}

export const confirmDevice: Operation<ConfirmDeviceRequest, ConfirmDeviceOutput> = {
  name: 'ConfirmDevice',
  // A missing value counts as true: asking the user once too often is the smaller mistake.
  read: (answer) => ({ UserConfirmationNecessary: answer['UserConfirmationNecessary'] !== false }),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).ConfirmDeviceCommand,
}
