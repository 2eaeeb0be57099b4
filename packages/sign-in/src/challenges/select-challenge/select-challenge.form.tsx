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

/**
 * Asks which way to sign in, and for the password where that is the way.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SelectChallengeForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: SelectChallengeFormProps) {
  const labels = mergeLabels(selectChallengeLabels, ownLabels)
  const { choices } = challenge
  const [first] = choices
  const alone = first && choices.length === 1 && takesPassword(first)
  const passwordFields = (
    <>
      <Challenge.Username />
      <Challenge.PasswordField name="password" label={labels.password} />
    </>
  )
  return (
    <Challenge.Form<SelectChallengeAnswer>
      challenge={challenge}
      fields={selectChallengeFields}
      toAnswer={({ choice, password = '' }) => toAnswer((choice || first) as FirstFactor, password)}
      {...form}
    >
      {children ?? (
        <Challenge.Layout
          title={alone ? labels.passwordTitle : labels.title}
          hint={!first && labels.none}
          submit={first && labels.submit}
        >
          {alone ? (
            passwordFields
          ) : (
            <Challenge.Choice
              name="choice"
              choices={choices.map((value) => ({
                value,
                label: labels.choices[value].name,
                hint: labels.choices[value].hint,
                more: takesPassword(value) && passwordFields,
              }))}
            />
          )}
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}

function toAnswer(choice: FirstFactor, password: string): SelectChallengeAnswer {
  return takesPassword(choice) ? { choice, password } : { choice }
}
