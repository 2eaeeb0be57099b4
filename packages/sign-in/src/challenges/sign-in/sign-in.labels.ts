export const signInLabels = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  /** On the button where further steps follow. */
  next: 'Continue',
  /** The message for `wrong-credentials` where no password was sent. */
  refused: 'That did not work. Try again.',
}
