'use client'

import {
  type ComponentPropsWithRef,
  type ComponentType,
  type ReactNode,
  useEffect,
  useMemo,
  useState,
} from 'react'
import type { ChallengeForms, ChallengeLabels } from '../challenges/challenge-forms.ts'
import { SignInForm, type SignInFormProps } from '../journeys/sign-in/sign-in.form.tsx'
import type { AuthSession } from '../loop/session.ts'
import { type HeadingLevel, HeadingLevelContext } from '../parts/heading-level-context.ts'
import { mergeLabels, type PartialLabels } from '../parts/merge-labels.ts'
import { type PartsLabels, partsLabels } from '../parts/parts.labels.ts'
import { PartsLabelsContext } from '../parts/parts-labels-context.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import { FocusOnEnter } from '../parts/focus-on-enter.tsx'
import { useProvided } from './auth-provider.tsx'
import { ChallengeScreen } from './challenge-screen.tsx'
import { useAuthChallenge } from './use-auth-challenge.ts'
import { useChallengeForm } from './use-challenge-form.ts'

export interface SignInLabels extends ChallengeLabels {
  SIGN_IN?: SignInFormProps['labels']
  /** Words that all forms share, and errors by code. */
  parts?: PartialLabels<PartsLabels>
}

export interface SignInProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** What a signed-in user sees. */
  children?: ReactNode | ((session: AuthSession) => ReactNode)
  /** Your own form for any challenge, and under `SIGN_IN` for the start; ours stand in for the rest. */
  forms?: ChallengeForms & { SIGN_IN?: ComponentType<SignInFormProps> }
  /** Your own words for any challenge. */
  labels?: SignInLabels
  /** The level of each form's title, from 1 to 6. Default: 2. */
  headingLevel?: HeadingLevel
}

/** The whole sign-in: who is there, whatever Cognito asks, and then `children`. Renders a `<div>`. */
export function SignIn({
  children,
  forms = {},
  labels = {},
  headingLevel = 2,
  ...props
}: SignInProps) {
  const { status, session, challenge } = useAuthChallenge()
  // Nothing flashes: the start stays on screen until the next form is here.
  const ready = useChallengeForm(challenge?.name, forms) !== undefined
  const words = useMemo(() => mergeLabels(partsLabels, labels.parts), [labels.parts])

  if (status === 'signed-in') return typeof children === 'function' ? children(session) : children
  return (
    <PartsLabelsContext.Provider value={words}>
      <HeadingLevelContext.Provider value={headingLevel}>
        <div data-part="sign-in" {...props}>
          {challenge && ready ? (
            <ChallengeScreen forms={forms} labels={labels} />
          ) : (
            <Start form={forms.SIGN_IN} labels={labels.SIGN_IN} />
          )}
        </div>
      </HeadingLevelContext.Provider>
    </PartsLabelsContext.Provider>
  )
}

interface StartProps {
  form: ComponentType<SignInFormProps> | undefined
  labels: SignInFormProps['labels']
}

function Start({ form: Form = SignInForm, labels }: StartProps) {
  const { auth, forms } = useProvided()
  const { status, username, error, signIn, restart } = useAuthChallenge()

  const [cameBack] = useState(username !== '')
  const [asksPasskey, setAsksPasskey] = useState(false)
  useEffect(() => auth.offerPasskey(setAsksPasskey), [auth])

  function fetchAhead() {
    auth.preload()
    forms.load()
  }

  const attempt: ChallengePhase =
    status === 'failed'
      ? { phase: 'rejected', error }
      : { phase: status === 'idle' ? 'asked' : 'answering' }
  const form = (
    <Form
      challenge={{
        name: 'SIGN_IN',
        asksPassword: auth.asksPassword,
        asksPasskey,
        ...attempt,
        round: 0,
        tries: 0,
        username,
        respond: signIn,
        restart,
      }}
      onFocus={fetchAhead}
      {...(labels && { labels })}
    />
  )
  // The page's first screen leaves the focus alone; a screen that one comes back to takes it.
  return cameBack ? <FocusOnEnter>{form}</FocusOnEnter> : form
}
