'use client'

import type { SetupStepProps } from './setup-step.ts'

/** Goes back to the choice of second factor. Renders a `<button>`, or nothing where there is no choice. */
export function ChooseSetupButton({
  labels,
  onChooseSetup,
}: Pick<SetupStepProps, 'labels' | 'onChooseSetup'>) {
  if (!onChooseSetup) return null
  return (
    <button data-part="choose-setup" type="button" onClick={onChooseSetup}>
      {labels.other}
    </button>
  )
}
