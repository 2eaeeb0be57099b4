'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { type FirstFactor, takesPassword } from '../first-factor.ts'
import { selectChallengeFields } from './select-challenge.fields.ts'
import { selectChallengeLabels } from './select-challenge.labels.ts'
import type {
  SelectChallengeAnswer,
  SelectChallengeChallenge,
} from './select-challenge.protocol.ts'

export interface SelectChallengeFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<SelectChallengeChallenge, SelectChallengeAnswer>
  labels?: PartialLabels<typeof selectChallengeLabels>
}

/** Asks which way to sign in, and for the password with it. Pass `children` to arrange its parts yourself. */
export function SelectChallengeForm({
  challenge,
  labels,
  children,
  ...form
}: SelectChallengeFormProps) {
  const text = mergeLabels(selectChallengeLabels, labels)
  const { choices } = challenge
  const [first] = choices
  const alone = first && choices.length === 1 && takesPassword(first)
  const password = (
    <>
      <Challenge.Username />
      <Challenge.PasswordField name="password" label={text.password} />
    </>
  )
  return (
    <Challenge.Form<SelectChallengeAnswer>
      challenge={challenge}
      fields={selectChallengeFields}
      toAnswer={({ choice, password: typed = '' }) =>
        answerOf((choice || first) as FirstFactor, typed)
      }
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{alone ? text.passwordTitle : text.title}</Challenge.Title>
          {!first && <Challenge.Hint>{text.none}</Challenge.Hint>}
          <Challenge.ErrorMessage />
          {alone ? (
            password
          ) : (
            <Challenge.Choice
              name="choice"
              choices={choices.map((value) => ({
                value,
                label: text.choices[value].name,
                hint: text.choices[value].hint,
                more: takesPassword(value) && password,
              }))}
            />
          )}
          {first && <Challenge.Submit>{text.submit}</Challenge.Submit>}
          <Challenge.TimeLeft />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}

function answerOf(choice: FirstFactor, password: string): SelectChallengeAnswer {
  return takesPassword(choice) ? { choice, password } : { choice }
}
