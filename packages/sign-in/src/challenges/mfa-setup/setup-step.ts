import type { FormElementProps } from '../../parts/form.tsx'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import type { MfaSetupLabels } from './mfa-setup.labels.ts'
import type { MfaSetupAnswer, MfaSetupChallenge } from './mfa-setup.protocol.ts'

/** The props of each screen of MFA_SETUP. */
export interface SetupStepProps extends FormElementProps {
  challenge: ChallengeState<MfaSetupChallenge, MfaSetupAnswer>
  labels: MfaSetupLabels
  /** Goes back to the choice of second factor. Missing if there is no choice. */
  onChooseSetup?: (() => void) | undefined
}
