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

/**
 * Asks whether Cognito may remember this browser and ask it for no second factor.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function RememberDeviceForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: RememberDeviceFormProps) {
  const labels = mergeLabels(rememberDeviceLabels, ownLabels)
  return (
    <Challenge.Form<RememberDeviceAnswer>
      challenge={challenge}
      fields={{}}
      toAnswer={() => ({ remember: true })}
      {...form}
    >
      {children ?? (
        <Challenge.Layout
          title={labels.title}
          hint={labels.hint}
          submit={labels.submit}
          actions={
            <button
              data-part="decline"
              type="button"
              aria-disabled={challenge.phase === 'answering'}
              onClick={() => void challenge.respond({ remember: false })}
            >
              {labels.decline}
            </button>
          }
          // The user has proved who they are: both buttons lead into the app.
          restart={false}
        />
      )}
    </Challenge.Form>
  )
}
