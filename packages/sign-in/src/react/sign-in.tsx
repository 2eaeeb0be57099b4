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
  /** Labels of the parts, for all forms, and error messages by code. */
  parts?: PartialLabels<PartsLabels>
}

export interface SignInProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** Shown to a signed-in user. */
  children?: ReactNode | ((session: AuthSession) => ReactNode)
  /** Shown while the session is being restored (`tokenStorage`). Default: nothing. */
  fallback?: ReactNode
  /** Your own forms, by challenge. The kit's forms are used for the others. */
  forms?: ChallengeForms
  /** Your own labels, by challenge. */
  labels?: SignInLabels
  /** The level of each form's title, from 1 to 6. Default: 2. */
  headingLevel?: HeadingLevel
}

/**
 * The whole sign-in: SIGN_IN, every challenge, then `children`. Renders a `<div>` until the user is signed
 * in.
 */
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

// One object for all renders, so that the context value does not change.
const none = {}
