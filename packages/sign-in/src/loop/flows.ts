import type { Credentials } from './auth-challenge.ts'

/** How a sign-in begins: the AuthParameters of each AuthFlow, and whether it takes a password. */
export const flows = {
  USER_PASSWORD_AUTH: {
    password: true,
    parameters: ({ username, password = '' }: Credentials) => ({
      USERNAME: username,
      PASSWORD: password,
    }),
  },
  CUSTOM_AUTH: {
    password: false,
    parameters: ({ username }: Credentials) => ({ USERNAME: username }),
  },
} satisfies Record<
  string,
  { password: boolean; parameters(credentials: Credentials): Record<string, string> }
>

export type AuthFlow = keyof typeof flows
