import { Challenge } from '@sallyport/sign-in'
import type { QuestionProps } from './question-props.ts'
import { TriesLeft } from './tries-left.tsx'

const fields = { answer: { type: 'text', autoComplete: 'off' } } as const

/** A form for a question with a short answer. */
export function Riddle({ challenge }: QuestionProps) {
  return (
    <Challenge.Form challenge={challenge} fields={fields} errors={wrong}>
      <Challenge.Title>A riddle for the night</Challenge.Title>
      <blockquote className="riddle">
        <Challenge.UntrustedText>{challenge.parameters['question'] ?? ''}</Challenge.UntrustedText>
      </blockquote>
      <Challenge.ErrorMessage />
      <Challenge.Field name="answer" label="Your answer" />
      <Challenge.Submit>Answer</Challenge.Submit>
      <TriesLeft tries={challenge.parameters['tries']} />
      <Challenge.Restart />
    </Challenge.Form>
  )
}

const wrong = { 'code-wrong': 'No, that is not it. Think of water.' }
