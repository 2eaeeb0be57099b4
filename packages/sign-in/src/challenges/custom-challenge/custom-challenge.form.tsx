'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { customChallengeFields } from './custom-challenge.fields.ts'
import { customChallengeLabels } from './custom-challenge.labels.ts'
import type { CustomChallenge, CustomChallengeAnswer } from './custom-challenge.protocol.ts'

export interface CustomChallengeFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<CustomChallenge, CustomChallengeAnswer>
  labels?: PartialLabels<typeof customChallengeLabels>
}

/**
 * Shows the question of the pool's triggers, and asks for the answer.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function CustomChallengeForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: CustomChallengeFormProps) {
  const labels = mergeLabels(customChallengeLabels, ownLabels)
  const question = questionIn(challenge.parameters)
  return (
    <Challenge.Form
      challenge={challenge}
      fields={customChallengeFields}
      errors={labels.errors}
      {...form}
    >
      {children ?? (
        <Challenge.Layout
          title={labels.title}
          hint={question && <Challenge.UntrustedText>{question}</Challenge.UntrustedText>}
          submit={labels.submit}
        >
          <Challenge.Field name="answer" label={labels.answer} />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}

/** The parameter with the question: one with a usual name, else the first with a space in it. */
function questionIn(parameters: CustomChallenge['parameters']): string | undefined {
  const usual = ['question', 'prompt', 'hint', 'message', 'challenge']
  const named = usual.map((name) => parameters[name]).find(Boolean)
  return named ?? Object.values(parameters).find((value) => value?.includes(' '))
}
