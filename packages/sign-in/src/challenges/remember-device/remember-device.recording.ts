import type { NewDevice } from './new-device.ts'

/** Not recorded: this is a step of the kit. */
export const asked: NewDevice = { remember: async () => {} }
