import { AuthError, printable } from './auth-error.ts'

/** Code that is fetched when it is needed. Rejects with `AuthError('network')` where it does not come. */
export async function loadChunk<Module>(loading: Promise<Module>): Promise<Module> {
  return loading.catch((cause: unknown) => {
    // Which file could not be loaded is for the developer.
    throw new AuthError('network', { sent: 'no', exception: printable(String(cause)) })
  })
}
