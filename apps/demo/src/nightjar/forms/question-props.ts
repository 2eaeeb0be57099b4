import type { ChallengeForm } from '@sallyport/sign-in'
import type { ComponentProps } from 'react'

/** The props of every form for CUSTOM_CHALLENGE. */
export type QuestionProps = ComponentProps<ChallengeForm<'CUSTOM_CHALLENGE'>>
