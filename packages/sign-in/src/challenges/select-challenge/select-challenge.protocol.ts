import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { SignInPolicy } from '../../protocol/sign-in-context.ts'
import type { PasskeyCredential, PasskeyOptions } from '../../protocol/passkeys.ts'
import type { ChallengeResponse } from '../../protocol/wire.ts'
import { type FirstFactor, firstFactors, takesPassword } from '../first-factor.ts'
import { parseList } from '../json-list.ts'
import { readRequestOptions } from '../passkey-options.ts'
import { checkPlainPassword } from '../plain-password.ts'

/** Asks for a sign-in method. See `docs/cognito.md#select-challenge`. */
export interface SelectChallengeChallenge {
  name: 'SELECT_CHALLENGE'
  choices: FirstFactor[]
  /** PublicKeyCredentialRequestOptionsJSON, if Cognito has sent it with the choice. */
  passkeyOptions: PasskeyOptions | undefined
}

/** The password goes with the choice, because no step after it asks for the password. */
export type SelectChallengeAnswer =
  | { choice: 'PASSWORD_SRP' | 'PASSWORD'; password: string; credential?: never }
  | { choice: 'EMAIL_OTP' | 'SMS_OTP'; password?: never; credential?: never }
  | {
      choice: 'WEB_AUTHN'
      /** Missing: the kit asks the browser, if there are `passkeyOptions`. */
      credential?: PasskeyCredential
      password?: never
    }

export const selectChallenge: ChallengeProtocol<SelectChallengeChallenge, SelectChallengeAnswer> = {
  name: 'SELECT_CHALLENGE',
  selectsMethod: true,
  read(response, policy) {
    const options = response.ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS']
    return {
      choices: usable(offeredBy(response), policy),
      passkeyOptions: options ? readRequestOptions(options) : undefined,
    }
  },
  answerItself({ choices: [choice, ...others], passkeyOptions }, context) {
    if (!choice || others.length > 0) return undefined
    if (choice === 'PASSWORD') checkPlainPassword(context)
    if (takesPassword(choice))
      return context.password ? { choice, password: context.password } : undefined
    // Browsers want a press before a prompt, so the form shows a button.
    if (choice === 'WEB_AUTHN' && passkeyOptions && !context.passkeys.mayPrompt()) return undefined
    const answer: SelectChallengeAnswer = { choice }
    return answer
  },
  async submit(answer, { challenge: { passkeyOptions }, context, respond }) {
    const { choice, password, credential } = answer
    if (choice === 'PASSWORD') checkPlainPassword(context)
    const asksPasskey = choice === 'WEB_AUTHN' && passkeyOptions && !credential
    const signed = asksPasskey ? await context.passkeys.get(passkeyOptions, context) : credential
    return respond({
      ANSWER: choice,
      ...(choice === 'PASSWORD' && { PASSWORD: password }),
      ...(choice === 'PASSWORD_SRP' && { SRP_A: (await context.srp()).publicKey }),
      ...(signed && { CREDENTIAL: JSON.stringify(signed) }),
    })
  },
  password: ({ password }) => password,
  replays: () => true,
}

function offeredBy({ AvailableChallenges, ChallengeParameters }: ChallengeResponse): string[] {
  return AvailableChallenges.length > 0
    ? AvailableChallenges
    : parseList(ChallengeParameters['AvailableChallenges'])
}

/**
 * The offered methods that this page can use. If PASSWORD is the only one, it stays although the app does not
 * allow it: the sign-in is then refused with a clear error.
 */
function usable(offered: string[], policy?: SignInPolicy): FirstFactor[] {
  const supported = (Object.keys(firstFactors) as FirstFactor[]).filter((factor) => {
    return offered.includes(factor) && (factor !== 'WEB_AUTHN' || policy?.canUsePasskeys !== false)
  })
  const withoutPassword = supported.filter((factor) => factor !== 'PASSWORD')
  const mayUsePassword = policy?.plainPassword !== false && !supported.includes('PASSWORD_SRP')
  return mayUsePassword || withoutPassword.length === 0 ? supported : withoutPassword
}
