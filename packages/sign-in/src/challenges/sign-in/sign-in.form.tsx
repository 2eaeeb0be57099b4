'use client'

import { useEffect } from 'react'
import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { signInFields } from './sign-in.fields.ts'
import { signInLabels } from './sign-in.labels.ts'
import type { SignInAnswer, SignInChallenge } from './sign-in.protocol.ts'

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
  const { asksPassword, gavePassword, endReason, autofill } = challenge
  const reason = endReason && labels.endReasons[endReason]
  const { username, password } = signInFields
  useEffect(() => autofill?.(), [autofill])
  return (
    <Challenge.Form<SignInAnswer>
      challenge={challenge}
      fields={asksPassword ? { username, password } : { username }}
      errors={asksPassword || gavePassword ? undefined : { 'wrong-credentials': labels.refused }}
      {...form}
    >
      {/* Challenge.Layout would add parts to the first load that this form never shows. */}
      {children ?? (
        <>
          <Challenge.Title>{labels.title}</Challenge.Title>
          {reason && !challenge.error && <Challenge.Hint role="status">{reason}</Challenge.Hint>}
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
