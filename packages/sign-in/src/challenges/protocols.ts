// The one list of challenges, a line each: its protocol under Cognito's name for it.
// `challenge.ts` checks that no line is misfiled.
export { customChallenge as CUSTOM_CHALLENGE } from './custom-challenge/custom-challenge.protocol.ts'
export { devicePasswordVerifier as DEVICE_PASSWORD_VERIFIER } from './device-password-verifier/device-password-verifier.protocol.ts'
export { deviceSrpAuth as DEVICE_SRP_AUTH } from './device-srp-auth/device-srp-auth.protocol.ts'
export { emailOtp as EMAIL_OTP } from './email-otp/email-otp.protocol.ts'
export { mfaSetup as MFA_SETUP } from './mfa-setup/mfa-setup.protocol.ts'
export { newPasswordRequired as NEW_PASSWORD_REQUIRED } from './new-password-required/new-password-required.protocol.ts'
export { passwordVerifier as PASSWORD_VERIFIER } from './password-verifier/password-verifier.protocol.ts'
export { selectMfaType as SELECT_MFA_TYPE } from './select-mfa-type/select-mfa-type.protocol.ts'
export { smsMfa as SMS_MFA } from './sms-mfa/sms-mfa.protocol.ts'
export { softwareTokenMfa as SOFTWARE_TOKEN_MFA } from './software-token-mfa/software-token-mfa.protocol.ts'
export { unknown as UNKNOWN } from './unknown/unknown.protocol.ts'
export { webAuthn as WEB_AUTHN } from './web-authn/web-authn.protocol.ts'
