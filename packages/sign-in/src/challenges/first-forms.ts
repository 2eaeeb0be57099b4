import { SignInForm } from './sign-in/sign-in.form.tsx'

/** The form of the first step. It is on the first screen, before the other forms are loaded. */
export const firstForms = { SignInForm }
