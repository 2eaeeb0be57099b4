// The one list of forms, a line each: `FooBarForm` answers FOO_BAR. `challenge-forms.ts` checks it.
export { CustomChallengeForm } from './custom-challenge/custom-challenge.form.tsx'
export { EmailOtpForm } from './email-otp/email-otp.form.tsx'
export { MfaSetupForm } from './mfa-setup/mfa-setup.form.tsx'
export { NewPasswordRequiredForm } from './new-password-required/new-password-required.form.tsx'
export { SelectMfaTypeForm } from './select-mfa-type/select-mfa-type.form.tsx'
export { SmsMfaForm } from './sms-mfa/sms-mfa.form.tsx'
export { SoftwareTokenMfaForm } from './software-token-mfa/software-token-mfa.form.tsx'
export { UnknownForm } from './unknown/unknown.form.tsx'
