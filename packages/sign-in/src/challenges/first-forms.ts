import { SignInForm } from './sign-in/sign-in.form.tsx'

/** The form of the first screen. The other forms are loaded later. */
export const firstForms = { SignInForm }
