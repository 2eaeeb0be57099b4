import { crew, phone, robin, type ScenarioGroup } from './scenario.ts'

const { username } = robin
// Passkeys belong to a host, so the relying party is the host of this page.
const passkeys = { relyingPartyId: globalThis.location.hostname }

export const signInMethods: ScenarioGroup = {
  title: 'Ways in',
  scenarios: [
    {
      id: 'sign-in-methods',
      title: 'Let the user choose',
      story: 'A name first, then the way. Go back and take another: the name stays.',
      user: { username },
      auth: { authFlow: 'USER_AUTH' },
      pool: {
        firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
        users: crew({ attributes: phone }),
      },
    },
    {
      id: 'code-first',
      title: 'A code by e-mail first',
      story: 'The app prefers it, so it is sent at once. Other ways are one press away.',
      user: { username },
      auth: { authFlow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
      pool: { firstFactors: ['PASSWORD', 'EMAIL_OTP'], users: crew() },
    },
    {
      id: 'one-method',
      title: 'One way only',
      story: 'Nothing to choose: the password is asked for right away.',
      user: { username },
      auth: { authFlow: 'USER_AUTH' },
      pool: { users: crew() },
    },
    {
      id: 'passkey',
      title: 'A passkey, once made',
      story: 'Sign in by password and add one. Next time it is among the ways, and suggested.',
      user: { username },
      auth: { authFlow: 'USER_AUTH', rememberUsername: true },
      pool: { firstFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'], passkeys, users: crew() },
    },
    {
      id: 'passkey-first',
      title: 'Passkey preferred',
      story: 'Whoever has a passkey is asked for it at once; the others choose.',
      user: { username },
      auth: { authFlow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' },
      pool: {
        firstFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
        passkeys: { ...passkeys, userVerification: 'required' },
        users: crew(),
      },
    },
    {
      id: 'device',
      title: 'Remember this device',
      story: 'Say yes, sign out and in again: no code. Reset the pool, and nothing breaks.',
      user: robin,
      pool: {
        devices: { trusted: true, optIn: true },
        users: crew({ mfa: ['SMS_MFA'], attributes: phone }),
      },
    },
    {
      id: 'device-always',
      title: 'Remembered unasked',
      story: 'The pool remembers every device. The second time needs no code.',
      user: robin,
      pool: { devices: { trusted: true }, users: crew({ mfa: ['EMAIL_OTP'] }) },
    },
  ],
}
