'use client'

import { isPasswordStep } from '../../challenges/first-factor.ts'
import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { signInFields } from './sign-in.fields.ts'
import { signInLabels } from './sign-in.labels.ts'

/** What the kit itself asks, before Cognito asks anything. */
interface SignInChallenge {
  name: 'SIGN_IN'
  /** Whether this sign-in begins with a password. */
  asksPassword: boolean
  /** Whether the username may be answered by a passkey, which the browser then suggests. */
  asksPasskey?: boolean
}

export interface SignInAnswer {
  username: string
  password?: string
}

export interface SignInFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<SignInChallenge, SignInAnswer>
  labels?: PartialLabels<typeof signInLabels>
}

/** Asks who is there. Pass `children` to arrange its parts yourself. */
export function SignInForm({ challenge, labels, children, ...form }: SignInFormProps) {
  const text = mergeLabels(signInLabels, labels)
  const { asksPassword, error } = challenge
  const { username, password } = signInFields
  const sentPassword = asksPassword || isPasswordStep(error?.details.step)
  return (
    <Challenge.Form<SignInAnswer>
      challenge={challenge}
      fields={asksPassword ? { username, password } : { username }}
      errors={sentPassword ? undefined : { 'wrong-credentials': text.refused }}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.ErrorMessage />
          <Challenge.Field
            name="username"
            label={text.username}
            defaultValue={challenge.username}
            autoComplete={challenge.asksPasskey ? 'username webauthn' : 'username'}
            autoCapitalize="none"
            spellCheck={false}
          />
          {asksPassword && <Challenge.PasswordField name="password" label={text.password} />}
          <Challenge.Submit>{asksPassword ? text.submit : text.next}</Challenge.Submit>
        </>
      )}
    </Challenge.Form>
  )
}
