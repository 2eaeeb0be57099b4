export const signInLabels = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  /** Where more is asked. */
  next: 'Continue',
  /** Where no password was asked for, it cannot have been wrong. */
  refused: 'That did not work. Try again.',
}
