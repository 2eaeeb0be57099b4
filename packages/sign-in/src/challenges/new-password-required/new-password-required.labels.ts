import type { AuthErrorCode } from '../../protocol/auth-errors.ts'

export const newPasswordRequiredLabels = {
  title: 'Choose your password',
  hint: 'The one you were given works only once. From now on you sign in with your own.',
  hintWithAttributes: 'The one you were given works only once. We also need a few details.',
  newPassword: 'New password',
  repeated: 'New password again',
  attributes: {
    name: 'Full name',
    given_name: 'First name',
    middle_name: 'Middle name',
    family_name: 'Last name',
    nickname: 'Nickname',
    preferred_username: 'Preferred username',
    email: 'E-mail address',
    phone_number: 'Phone number',
    birthdate: 'Date of birth',
    gender: 'Gender',
    address: 'Address',
    locale: 'Language',
    zoneinfo: 'Time zone',
    profile: 'Profile page',
    picture: 'Picture address',
    website: 'Website',
  } as Record<string, string>,
  submit: 'Save and continue',
  errors: {
    'invalid-entry': 'The service did not accept one of these. Check them.',
  } as Partial<Record<AuthErrorCode, string>>,
}

/** The label of an attribute. Without one of its own, `custom:favourite_team` is "Favourite team". */
export function attributeLabel(labels: Record<string, string>, name: string): string {
  if (Object.hasOwn(labels, name)) return labels[name] as string
  const text = name
    .replace(/^(dev:)?custom:/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
