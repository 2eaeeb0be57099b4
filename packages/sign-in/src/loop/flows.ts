import {
  type FirstFactor,
  firstFactors,
  preference,
  provesPassword,
  sendsPassword,
} from '../challenges/first-factor.ts'
import type { Held } from '../protocol/held.ts'

export interface Flow {
  /** Whether it begins with a password that is sent. */
  plain: boolean
  /** Whether it begins with a password that is proved. */
  srp: boolean
  /** Whether beginning twice does no harm: nothing is counted, and nobody is sent a message. */
  repeatable: boolean
  /** AuthParameters besides USERNAME. `choosing`: the user would rather be asked which way. */
  parameters: (held: Held, choosing: boolean) => Promise<Record<string, string>>
}

const srpFlow: Flow = {
  plain: false,
  srp: true,
  repeatable: true,
  parameters: async ({ srp }) => ({ SRP_A: (await srp()).publicKey }),
}
const nameOnly: Flow = {
  plain: false,
  srp: false,
  repeatable: false,
  parameters: async () => ({}),
}

const flows = {
  USER_SRP_AUTH: srpFlow,
  USER_PASSWORD_AUTH: {
    plain: true,
    srp: false,
    repeatable: false,
    parameters: async ({ password }) => ({ PASSWORD: password }),
  },
  USER_AUTH: nameOnly,
  CUSTOM_AUTH: nameOnly,
} satisfies Record<string, Flow>

/** CUSTOM_AUTH whose triggers are asked once the password is proved. */
const customAfterSrp: Flow = {
  ...srpFlow,
  repeatable: false,
  parameters: async ({ srp }) => ({ CHALLENGE_NAME: 'SRP_A', SRP_A: (await srp()).publicKey }),
}

/** USER_AUTH that begins with one way, where the user has it. */
function preferring(factor: FirstFactor): Flow {
  return {
    ...nameOnly,
    plain: sendsPassword(factor),
    srp: provesPassword(factor),
    parameters: async (held, choosing) => (choosing ? {} : preference(factor, held)),
  }
}

export type AuthFlow = keyof typeof flows

export interface FlowOptions {
  srpFirst: boolean
  preferredChallenge: FirstFactor | undefined
}

/** How a sign-in begins. Throws a `TypeError` for a flow, or a way, that is none. */
export function flowOf(authFlow: AuthFlow, { srpFirst, preferredChallenge }: FlowOptions): Flow {
  check('authFlow', authFlow, Object.keys(flows))
  if (preferredChallenge) check('preferredChallenge', preferredChallenge, firstFactors)
  if (srpFirst && authFlow === 'CUSTOM_AUTH') return customAfterSrp
  if (preferredChallenge && authFlow === 'USER_AUTH') return preferring(preferredChallenge)
  return flows[authFlow]
}

function check(option: string, given: string, known: readonly string[]) {
  if (known.includes(given)) return
  throw new TypeError(`createAuth: "${given}" is no ${option}. It is one of ${known.join(', ')}.`)
}
