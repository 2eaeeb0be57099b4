import { crew, newRobin, recruit, robin, type ScenarioGroup } from './scenario.ts'

const bare = { username: 'robin', password: 'Night-train-7', groups: ['conductors'] }

const everyAttribute = (
  'name given_name middle_name family_name nickname preferred_username email phone_number ' +
  'birthdate gender address locale zoneinfo profile picture website updated_at custom:team'
).split(' ')

export const setUp: ScenarioGroup = {
  title: 'First time here',
  scenarios: [
    {
      id: 'set-up-app',
      title: 'Set up an authenticator',
      story: 'The pool demands a second factor. The phone has scanned the code already.',
      user: robin,
      pool: { mfa: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA'], users: crew() },
    },
    {
      id: 'set-up-choice',
      title: 'Set up one of three',
      story: 'An app, an e-mail address such as robin@example.com, or a number: +1 555 555 0142.',
      user: robin,
      pool: { mfa: 'ON', smsSetup: true, users: [bare] },
    },
    {
      id: 'new-password',
      title: 'New password',
      story: 'The password from the welcome letter works once. Try a weak one of your own first.',
      user: newRobin,
      pool: { users: recruit() },
    },
    {
      id: 'new-password-details',
      title: 'New password and details',
      story: 'The pool also wants five details, each in its own format.',
      user: newRobin,
      pool: {
        requiredAttributes: ['name', 'birthdate', 'phone_number', 'locale', 'custom:team'],
        users: recruit(),
      },
    },
    {
      id: 'new-password-set-up',
      title: 'New password, then set-up',
      story: 'Two challenges in a row: an own password, then an authenticator.',
      user: newRobin,
      pool: { mfa: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA'], users: recruit() },
    },
    {
      id: 'every-attribute',
      title: 'Everything a pool can ask',
      story: 'A new password and eighteen attributes: the longest form Cognito can demand.',
      user: newRobin,
      pool: { requiredAttributes: everyAttribute, users: recruit() },
    },
  ],
}
