import { AuthError, printable } from './auth-error.ts'

/** Loads a chunk of code. Rejects with `AuthError('network')` if it cannot be loaded. */
export async function loadChunk<Module>(loading: Promise<Module>): Promise<Module> {
  return loading.catch((cause: unknown) => {
    // The name of the file helps a developer.
    throw new AuthError('network', { sent: 'no', exception: printable(String(cause)) })
  })
}
