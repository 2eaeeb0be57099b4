import type { Held } from '../protocol/held.ts'

export interface Flow {
  /** Whether it takes a password. */
  password: boolean
  /** Whether the password is proved and not sent. */
  srp: boolean
  /** AuthParameters besides USERNAME. */
  parameters: (held: Held) => Promise<Record<string, string>>
}

const flows = {
  USER_SRP_AUTH: {
    password: true,
    srp: true,
    parameters: async ({ srp }) => ({ SRP_A: (await srp()).publicKey }),
  },
  USER_PASSWORD_AUTH: {
    password: true,
    srp: false,
    parameters: async ({ password }) => ({ PASSWORD: password }),
  },
  CUSTOM_AUTH: { password: false, srp: false, parameters: async () => ({}) },
} satisfies Record<string, Flow>

/** CUSTOM_AUTH whose triggers are asked once the password is proved. */
const customAfterSrp: Flow = {
  ...flows.USER_SRP_AUTH,
  parameters: async ({ srp }) => ({ CHALLENGE_NAME: 'SRP_A', SRP_A: (await srp()).publicKey }),
}

export type AuthFlow = keyof typeof flows

/** How a sign-in begins. Throws a `TypeError` for a flow that is none. */
export function flowOf(authFlow: AuthFlow, srpFirst: boolean): Flow {
  if (!Object.hasOwn(flows, authFlow)) {
    const known = Object.keys(flows).join(', ')
    throw new TypeError(`createAuth: "${authFlow}" is no authFlow. It is one of ${known}.`)
  }
  return srpFirst && authFlow === 'CUSTOM_AUTH' ? customAfterSrp : flows[authFlow]
}
