'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { rememberDeviceLabels } from './remember-device.labels.ts'
import type { RememberDeviceAnswer, RememberDeviceChallenge } from './remember-device.protocol.ts'

export interface RememberDeviceFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<RememberDeviceChallenge, RememberDeviceAnswer>
  labels?: PartialLabels<typeof rememberDeviceLabels>
}

/** Asks whether this browser may take the place of a second factor. Pass `children` to arrange its parts yourself. */
export function RememberDeviceForm({
  challenge,
  labels,
  children,
  ...form
}: RememberDeviceFormProps) {
  const text = mergeLabels(rememberDeviceLabels, labels)
  return (
    <Challenge.Form<RememberDeviceAnswer>
      challenge={challenge}
      fields={{}}
      toAnswer={() => ({ remember: true })}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>{text.hint}</Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <button
            data-part="decline"
            type="button"
            aria-disabled={challenge.phase === 'answering'}
            onClick={() => void challenge.respond({ remember: false })}
          >
            {text.decline}
          </button>
        </>
      )}
    </Challenge.Form>
  )
}
