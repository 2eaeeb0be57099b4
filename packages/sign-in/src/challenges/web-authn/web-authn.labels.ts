export const webAuthnLabels = {
  title: 'Sign in with your passkey',
  hint: 'Your fingerprint, your face or the lock of your screen says that it is you.',
  submit: 'Use your passkey',
}
