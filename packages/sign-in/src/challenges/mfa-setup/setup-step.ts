import type { FormElementProps } from '../../parts/index.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import type { MfaSetupLabels } from './mfa-setup.labels.ts'
import type { MfaSetupAnswer, MfaSetupChallenge } from './mfa-setup.protocol.ts'

/** What each screen of MFA_SETUP gets. */
export interface SetupStepProps extends FormElementProps {
  challenge: ChallengeState<MfaSetupChallenge, MfaSetupAnswer>
  text: MfaSetupLabels
  /** Back to the choice, where there is one. */
  onOther: (() => void) | undefined
}
