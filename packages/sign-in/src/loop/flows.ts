import { type FirstFactor, firstFactors } from '../challenges/first-factor.ts'

export interface Flow {
  /** Whether it begins with a password that is sent. */
  plain?: boolean
  /** Whether it begins with a password that is proved. */
  srp?: boolean
  /** Whether beginning twice does no harm: nothing is counted, and nobody is sent a message. */
  repeatable?: boolean
  /** Whether the triggers of CUSTOM_AUTH wait until the password is proved. */
  custom?: true
  /** The way to begin with, unless the user would rather be asked which. */
  preferred?: FirstFactor
}

const flows = {
  USER_SRP_AUTH: { srp: true, repeatable: true },
  USER_PASSWORD_AUTH: { plain: true },
  USER_AUTH: {},
  CUSTOM_AUTH: {},
} satisfies Record<string, Flow>

export type AuthFlow = keyof typeof flows

export interface FlowOptions {
  srpFirst: boolean
  preferredChallenge: FirstFactor | undefined
}

/** How a sign-in begins. Throws a `TypeError` for a flow, or a way, that is none. */
export function flowOf(authFlow: AuthFlow, { srpFirst, preferredChallenge }: FlowOptions): Flow {
  check('authFlow', authFlow, Object.keys(flows))
  if (preferredChallenge) check('preferredChallenge', preferredChallenge, Object.keys(firstFactors))
  if (srpFirst && authFlow === 'CUSTOM_AUTH') return { srp: true, custom: true }
  if (preferredChallenge && authFlow === 'USER_AUTH') {
    return { ...firstFactors[preferredChallenge], preferred: preferredChallenge }
  }
  return flows[authFlow]
}

function check(option: string, given: string, known: readonly string[]) {
  if (known.includes(given)) return
  throw new TypeError(`createAuth: "${given}" is no ${option}. It is one of ${known.join(', ')}.`)
}
