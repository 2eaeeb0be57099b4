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

/** Shows what the pool's triggers ask in words, and takes an answer. Pass `children` for your own. */
export function CustomChallengeForm({
  challenge,
  labels,
  children,
  ...form
}: CustomChallengeFormProps) {
  const text = mergeLabels(customChallengeLabels, labels)
  const question = questionIn(challenge.parameters)
  return (
    <Challenge.Form
      challenge={challenge}
      fields={customChallengeFields}
      errors={text.errors}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          {question && (
            <Challenge.Hint>
              <Challenge.UntrustedText>{question}</Challenge.UntrustedText>
            </Challenge.Hint>
          )}
          <Challenge.ErrorMessage />
          <Challenge.Field name="answer" label={text.answer} />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}

/** The parameter that reads like a question: under one of the usual names, else the only sentence. */
function questionIn(parameters: CustomChallenge['parameters']): string | undefined {
  const usual = ['question', 'prompt', 'hint', 'message', 'challenge']
  const named = usual.map((name) => parameters[name]).find(Boolean)
  return named ?? Object.values(parameters).find((value) => value?.includes(' '))
}
