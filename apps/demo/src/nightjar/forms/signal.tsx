import { Challenge } from '@sallyport/sign-in'
import type { QuestionProps } from './question-props.ts'
import { TriesLeft } from './tries-left.tsx'

const fields = { answer: { type: 'text', autoComplete: 'off' } } as const

/** A choice of the lights in the parameters of the round. */
export function Signal({ challenge }: QuestionProps) {
  const { lights = '', question = '', tries } = challenge.parameters
  const choices = lights
    .split(' ')
    .filter(Boolean)
    .map((value) => ({ value, label: <Lamp colour={value} /> }))
  return (
    <Challenge.Form challenge={challenge} fields={fields} errors={wrong}>
      <Challenge.Title>
        <Challenge.UntrustedText>{question}</Challenge.UntrustedText>
      </Challenge.Title>
      <Challenge.ErrorMessage />
      <Challenge.Choice name="answer" choices={choices} />
      <Challenge.Submit>Set the signal</Challenge.Submit>
      <TriesLeft tries={tries} />
      <Challenge.Restart />
    </Challenge.Form>
  )
}

function Lamp({ colour }: { colour: string }) {
  return (
    <span className="lamp" data-colour={colour}>
      {colour.charAt(0).toUpperCase() + colour.slice(1)}
    </span>
  )
}

const wrong = { 'code-wrong': 'The train stays where it is. Try another light.' }
