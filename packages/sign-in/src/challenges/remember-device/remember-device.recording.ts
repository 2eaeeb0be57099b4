import type { NewDevice } from './new-device.ts'

/** Not recorded: the service never asks this. */
export const asked: NewDevice = { remember: async () => {} }
