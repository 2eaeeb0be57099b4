import type { Attribute, AttributeType } from './pool.ts'

/** The attributes that every pool has. */
export function standardAttributes(): Attribute[] {
  const stringAttributes = stringAttributeNames.map((name) => newAttribute(name))
  return [
    { ...newAttribute('sub'), mutable: false, required: true, min: 1 },
    ...stringAttributes,
    { ...newAttribute('birthdate'), min: 10, max: 10 },
    newAttribute('email_verified', 'Boolean'),
    newAttribute('phone_number_verified', 'Boolean'),
    { ...newAttribute('updated_at', 'Number'), min: 0 },
  ]
}

export function newAttribute(name: string, type: AttributeType = 'String'): Attribute {
  const max = type === 'String' ? 2048 : undefined
  return { name, type, mutable: true, required: false, min: undefined, max }
}

const stringAttributeNames = [
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
