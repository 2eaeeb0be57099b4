import type { SignInSource } from './sign-in.protocol.ts'

/** Not recorded: this is a step of the kit. The flow begins with a password. */
export const asked: SignInSource = { asksPassword: true, gavePassword: false }
