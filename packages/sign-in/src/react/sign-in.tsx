'use client'

import type { ComponentPropsWithRef, ReactNode } from 'react'
import type { ChallengeForms, ChallengeLabels } from '../challenges/challenge-forms.ts'
import { type HeadingLevel, HeadingLevelContext } from '../parts/heading-level-context.ts'
import type { PartialLabels } from '../parts/merge-labels.ts'
import { PartsLabelsContext } from '../parts/parts-labels-context.ts'
import type { PartsLabels } from '../parts/parts.labels.ts'
import type { AuthSession } from '../session/auth-session.ts'
import { ChallengeScreen } from './challenge-screen.tsx'
import { useAuthChallenge } from './use-auth-challenge.ts'

export interface SignInLabels extends ChallengeLabels {
  /** Labels that all forms share, and errors by code. */
  parts?: PartialLabels<PartsLabels>
}

export interface SignInProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** What a signed-in user sees. */
  children?: ReactNode | ((session: AuthSession) => ReactNode)
  /** What shows while it is not known yet who is signed in: with `tokenStorage`, at first. Default: nothing. */
  fallback?: ReactNode
  /** Your own form for any challenge; ours stand in for the rest. */
  forms?: ChallengeForms
  /** Your own labels for any challenge. */
  labels?: SignInLabels
  /** The level of each form's title, from 1 to 6. Default: 2. */
  headingLevel?: HeadingLevel
}

/** The whole sign-in: who signs in, whatever the service asks, and then `children`. Renders a `<div>`. */
export function SignIn({
  children,
  fallback = null,
  forms,
  labels = {},
  headingLevel = 2,
  ...props
}: SignInProps) {
  const { status, session } = useAuthChallenge()

  if (status === 'restoring') return fallback
  if (status === 'signed-in') return typeof children === 'function' ? children(session) : children
  return (
    <PartsLabelsContext.Provider value={labels.parts ?? none}>
      <HeadingLevelContext.Provider value={headingLevel}>
        <div data-part="sign-in" {...props}>
          <ChallengeScreen forms={forms} labels={labels} />
        </div>
      </HeadingLevelContext.Provider>
    </PartsLabelsContext.Provider>
  )
}

// One object for all renders, so that nothing below renders because of it.
const none = {}
