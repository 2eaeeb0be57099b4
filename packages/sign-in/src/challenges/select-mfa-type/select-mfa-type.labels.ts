import { mfaTypeLabels } from '../mfa-type.labels.ts'

export const selectMfaTypeLabels = {
  title: 'How do you want to confirm it is you?',
  choices: mfaTypeLabels,
  none: 'None of the ways that this account offers work here. Ask support for help.',
  submit: 'Continue',
}
