export const askPasswordLabels = {
  title: 'Enter your password',
  password: 'Password',
  submit: 'Continue',
}
