export const emailOtpLabels = {
  title: 'Check your e-mail',
  hint: 'We sent a code to',
  somewhere: 'your e-mail address',
  code: 'Code',
  submit: 'Continue',
}
