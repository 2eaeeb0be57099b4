export const signInLabels = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
}
