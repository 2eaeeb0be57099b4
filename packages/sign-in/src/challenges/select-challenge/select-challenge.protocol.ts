import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { SignInPolicy } from '../../protocol/sign-in-context.ts'
import type { PasskeyCredential, PasskeyOptions } from '../../protocol/passkeys.ts'
import type { ChallengeResponse } from '../../protocol/wire.ts'
import { type FirstFactor, firstFactors, takesPassword } from '../first-factor.ts'
import { parseList } from '../json-list.ts'
import { readRequestOptions } from '../passkey-options.ts'
import { allowPlain } from '../plain-password.ts'

/** The user has several ways to sign in and picks one. */
export interface SelectChallengeChallenge {
  name: 'SELECT_CHALLENGE'
  choices: FirstFactor[]
  /** What a passkey is to sign, where Cognito has sent it along. */
  passkeyOptions: PasskeyOptions | undefined
}

/** The password goes with its choice: there is no step of its own for it. */
export type SelectChallengeAnswer =
  | { choice: 'PASSWORD_SRP' | 'PASSWORD'; password: string; credential?: never }
  | { choice: 'EMAIL_OTP' | 'SMS_OTP'; password?: never; credential?: never }
  | {
      choice: 'WEB_AUTHN'
      /** Without one, and where there are `passkeyOptions`, the browser is asked for it. */
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
  answerItself({ choices: [choice, ...others], passkeyOptions }, held) {
    if (!choice || others.length > 0) return undefined
    if (choice === 'PASSWORD') allowPlain(held)
    if (takesPassword(choice))
      return held.password ? { choice, password: held.password } : undefined
    // No prompt out of the blue: its button is there to be pressed.
    if (choice === 'WEB_AUTHN' && passkeyOptions && !held.passkeys.mayPrompt()) return undefined
    const answer: SelectChallengeAnswer = { choice }
    return answer
  },
  async submit(answer, { challenge: { passkeyOptions }, context, respond }) {
    const { choice, password, credential } = answer
    if (choice === 'PASSWORD') allowPlain(context)
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

/** What this page can do of it. A password alone stays where there is nothing else, and is refused. */
function usable(offered: string[], policy?: SignInPolicy): FirstFactor[] {
  const known = (Object.keys(firstFactors) as FirstFactor[]).filter((factor) => {
    return offered.includes(factor) && (factor !== 'WEB_AUTHN' || policy?.canUsePasskeys !== false)
  })
  const better = known.filter((factor) => factor !== 'PASSWORD')
  const plain = policy?.plainPassword !== false && !known.includes('PASSWORD_SRP')
  return plain || better.length === 0 ? known : better
}
