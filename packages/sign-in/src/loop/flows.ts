import { type FirstFactor, firstFactors } from '../challenges/first-factor.ts'

export interface Flow {
  /** Whether the password is sent with InitiateAuth. */
  plain?: boolean
  /** Whether an SRP proof of the password is begun with InitiateAuth. */
  srp?: boolean
  /** Whether InitiateAuth may be sent twice: nothing is counted, and no message goes out. */
  repeatable?: boolean
  /** CUSTOM_AUTH with SRP first: the triggers run once the password is proved. */
  custom?: true
  /** The sign-in method to begin with, unless the user wants to choose. */
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

/** How a sign-in begins. Throws a `TypeError` for a flow or a method that does not exist. */
export function flowOf(authFlow: AuthFlow, { srpFirst, preferredChallenge }: FlowOptions): Flow {
  check('authFlow', authFlow, Object.keys(flows))
  if (preferredChallenge) check('preferredChallenge', preferredChallenge, Object.keys(firstFactors))
  if (srpFirst && authFlow === 'CUSTOM_AUTH') return { srp: true, custom: true }
  if (preferredChallenge && authFlow === 'USER_AUTH') {
    return { ...firstFactors[preferredChallenge], preferred: preferredChallenge }
  }
  return flows[authFlow]
}

function check(option: string, value: string, allowed: readonly string[]) {
  if (allowed.includes(value)) return
  throw new TypeError(
    `createAuth: "${value}" is not a value of ${option}. Use one of ${allowed.join(', ')}.`,
  )
}
