import type { Attribute, AttributeType } from './pool.ts'

/** The attributes every pool has. */
export function standardAttributes(): Attribute[] {
  const named = strings.map((name) => attribute(name))
  return [
    { ...attribute('sub'), mutable: false, required: true, min: 1 },
    ...named,
    { ...attribute('birthdate'), min: 10, max: 10 },
    attribute('email_verified', 'Boolean'),
    attribute('phone_number_verified', 'Boolean'),
    { ...attribute('updated_at', 'Number'), min: 0 },
  ]
}

export function attribute(name: string, type: AttributeType = 'String'): Attribute {
  const max = type === 'String' ? 2048 : undefined
  return { name, type, mutable: true, required: false, min: undefined, max }
}

const strings = [
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'profile',
  'picture',
  'website',
  'email',
  'gender',
  'zoneinfo',
  'locale',
  'phone_number',
  'address',
]
