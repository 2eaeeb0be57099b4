import type { SignInSource } from './sign-in.protocol.ts'

/** Not recorded: the service never asks this. A sign-in that begins with a password. */
export const asked: SignInSource = { asksPassword: true, gavePassword: false }
