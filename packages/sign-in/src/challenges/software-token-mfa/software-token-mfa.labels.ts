import type { AuthErrorCode } from '../../protocol/auth-errors.ts'

export const softwareTokenMfaLabels = {
  title: 'Open your authenticator app',
  hint: 'Type the code it shows for this account.',
  hintFor: 'Type the code that this one shows:',
  clock: 'Still no luck? Codes depend on the time: check the clock of the phone.',
  code: 'Code',
  submit: 'Continue',
  errors: {
    // Cognito takes each code once, and the code that set up the app counts, too.
    'code-expired': 'That code was used already. Wait for the next one.',
  } as Partial<Record<AuthErrorCode, string>>,
}
