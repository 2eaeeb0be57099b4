import { CustomChallengeForm } from '@sallyport/sign-in'
import type { QuestionProps } from './question-props.ts'
import { Riddle } from './riddle.tsx'
import { Signal } from './signal.tsx'

/** The host app's form for CUSTOM_CHALLENGE: the parameters of the round select its layout. */
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
