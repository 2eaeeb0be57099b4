'use client'

import { isPasswordStep } from '../../challenges/first-factor.ts'
import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { signInFields } from './sign-in.fields.ts'
import { signInLabels } from './sign-in.labels.ts'

/** The kit's own first step, before Cognito asks anything. */
interface SignInChallenge {
  name: 'SIGN_IN'
  /** Whether the flow begins with a password. */
  asksPassword: boolean
  /** Whether the browser suggests passkeys in the username's field. */
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

/**
 * Asks for the username, and for the password where the flow begins with one.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SignInForm({ challenge, labels: ownLabels, children, ...form }: SignInFormProps) {
  const labels = mergeLabels(signInLabels, ownLabels)
  const { asksPassword, error } = challenge
  const { username, password } = signInFields
  const sentPassword = asksPassword || isPasswordStep(error?.details.step)
  return (
    <Challenge.Form<SignInAnswer>
      challenge={challenge}
      fields={asksPassword ? { username, password } : { username }}
      errors={sentPassword ? undefined : { 'wrong-credentials': labels.refused }}
      {...form}
    >
      {/* Challenge.Layout would add parts to the first load that this form never shows. */}
      {children ?? (
        <>
          <Challenge.Title>{labels.title}</Challenge.Title>
          <Challenge.ErrorMessage />
          <Challenge.Field
            name="username"
            label={labels.username}
            defaultValue={challenge.username}
            autoComplete={challenge.asksPasskey ? 'username webauthn' : 'username'}
            autoCapitalize="none"
            spellCheck={false}
          />
          {asksPassword && <Challenge.PasswordField name="password" label={labels.password} />}
          <Challenge.Submit>{asksPassword ? labels.submit : labels.next}</Challenge.Submit>
        </>
      )}
    </Challenge.Form>
  )
}
