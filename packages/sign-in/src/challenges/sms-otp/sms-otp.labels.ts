export const smsOtpLabels = {
  title: 'Check your phone',
  hint: 'We sent a code to',
  somewhere: 'your phone',
  code: 'Code',
  submit: 'Continue',
}
