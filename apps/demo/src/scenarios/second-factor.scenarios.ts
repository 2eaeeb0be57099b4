import { crew, phone, robin, type ScenarioGroup } from './scenario.ts'

export const secondFactor: ScenarioGroup = {
  title: 'Signing in',
  scenarios: [
    {
      id: 'password',
      title: 'Password only',
      story: 'One step. Try a wrong password first: the username stays, the password is selected.',
      user: robin,
      pool: { users: crew() },
    },
    {
      id: 'sms',
      title: 'Text message',
      story: 'A code arrives on the phone. Mistype it, or ask for another one.',
      user: robin,
      pool: { users: crew({ mfa: ['SMS_MFA'], attributes: phone }) },
    },
    {
      id: 'email',
      title: 'E-mail code',
      story: 'A code arrives by e-mail. Paste the whole sentence: only the code goes in.',
      user: robin,
      pool: { users: crew({ mfa: ['EMAIL_OTP'] }) },
    },
    {
      id: 'authenticator',
      title: 'Authenticator app',
      story: 'The phone already has the account. Each code counts once.',
      user: robin,
      pool: { users: crew({ mfa: ['SOFTWARE_TOKEN_MFA'] }) },
    },
    {
      id: 'choice',
      title: 'Choice of factors',
      story: 'Robin has all three. Pick with the arrow keys.',
      user: robin,
      pool: {
        users: crew({ mfa: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'], attributes: phone }),
      },
    },
  ],
}
