import { type FirstFactor, firstFactors } from '../challenges/first-factor.ts'

/** How a sign-in begins. */
export interface Flow {
  /** InitiateAuth sends the password. */
  plain?: boolean
  /** InitiateAuth sends SRP_A. */
  srp?: boolean
  /** InitiateAuth may be sent twice: it counts no failure and sends no message (`docs/cognito.md#retries`). */
  repeatable?: boolean
  /** CUSTOM_AUTH with SRP first (`docs/cognito.md#custom-auth`). */
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

/**
 * The flows of the service that the kit supports. See `docs/cognito.md#user-srp-auth` and the sections
 * after it.
 */
export type AuthFlow = keyof typeof flows

export interface FlowOptions {
  srpFirst: boolean
  preferredChallenge: FirstFactor | undefined
}

/** The flow for these options. Throws a `TypeError` for an unknown flow or method. */
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
