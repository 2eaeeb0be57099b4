import { type ChallengeForm, CustomChallengeForm } from '@sallyport/sign-in'
import type { ComponentProps } from 'react'
import { Riddle } from './riddle.tsx'
import { Signal } from './signal.tsx'

export type QuestionProps = ComponentProps<ChallengeForm<'CUSTOM_CHALLENGE'>>

/** The host's own form for each round, by what the round's parameters say it is. */
export function NightQuestion({ challenge }: QuestionProps) {
  switch (challenge.parameters['kind']) {
    case 'riddle':
      return <Riddle challenge={challenge} />
    case 'signal':
      return <Signal challenge={challenge} />
    default:
      return <CustomChallengeForm challenge={challenge} />
  }
}
