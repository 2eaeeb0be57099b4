'use client'

import { useEffect } from 'react'
import * as Challenge from '../../parts/index.ts'
import { type Labels, mergeLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { signInFields } from './sign-in.fields.ts'
import { signInLabels } from './sign-in.labels.ts'
import type { SignInAnswer, SignInChallenge } from './sign-in.protocol.ts'

export interface SignInFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<SignInChallenge, SignInAnswer>
  labels?: Labels<typeof signInLabels>
}

/** Asks who signs in. Pass `children` to arrange its parts yourself. */
export function SignInForm({ challenge, labels, children, ...form }: SignInFormProps) {
  const text = mergeLabels(signInLabels, labels)
  const { username: asked, password } = signInFields
  const { asksPassword, gavePassword, autofill } = challenge
  const fields = asksPassword ? { username: asked, password } : { username: asked }
  useEffect(() => autofill?.(), [autofill])
  return (
    <Challenge.Form<SignInAnswer>
      challenge={challenge}
      fields={fields}
      errors={asksPassword || gavePassword ? {} : { 'wrong-credentials': text.refused }}
      toAnswer={({ username = '', password: typed }) => ({
        username,
        ...(typed !== undefined && { password: typed }),
      })}
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
