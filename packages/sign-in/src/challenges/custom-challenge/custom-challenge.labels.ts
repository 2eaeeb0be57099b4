import type { AuthErrorCode } from '../../protocol/auth-errors.ts'

export const customChallengeLabels = {
  title: 'One more question',
  answer: 'Answer',
  submit: 'Continue',
  errors: {
    'code-wrong': 'That is not right. Try again.',
  } as Partial<Record<AuthErrorCode, string>>,
}
