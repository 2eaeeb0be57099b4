import type { ConfirmDeviceRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export interface ConfirmDeviceOutput {
  /** Whether the user must agree before the device is remembered. */
  UserConfirmationNecessary: boolean
}

export const confirmDevice: Operation<ConfirmDeviceRequest, ConfirmDeviceOutput> = {
  name: 'ConfirmDevice',
  // An answer that does not say counts as yes: a question too many is the smaller mistake.
  read: (answer) => ({ UserConfirmationNecessary: answer['UserConfirmationNecessary'] !== false }),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).ConfirmDeviceCommand,
}
