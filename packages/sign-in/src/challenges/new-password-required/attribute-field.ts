import type { FieldSpec } from '../../protocol/field.ts'
import { email, phoneNumber } from '../../protocol/fields.ts'

/** The field of an attribute. It checks the formats that Cognito checks: see `docs/cognito.md#attributes`. */
export function attributeField(name: string): FieldSpec {
  return Object.hasOwn(formats, name) ? (formats[name] as FieldSpec) : plain('off')
}

/** The name of its `<input>`. Dots and brackets are encoded: the form library reads them as a path. */
export function attributeKey(name: string): string {
  return name.replace(/[.[\]'"%]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
}

function plain(autoComplete: string): FieldSpec {
  return { type: 'text', autoComplete, kept: true, clean: (typed) => typed.trim() }
}

const url: FieldSpec = {
  type: 'url',
  autoComplete: 'url',
  inputMode: 'url',
  kept: true,
  clean: (typed) => typed.trim(),
  check: (text) => (URL.canParse(text) && /^https?:/i.test(text) ? undefined : 'url'),
}

const formats: Record<string, FieldSpec> = {
  name: plain('name'),
  given_name: plain('given-name'),
  middle_name: plain('additional-name'),
  family_name: plain('family-name'),
  nickname: plain('nickname'),
  preferred_username: plain('nickname'),
  gender: plain('sex'),
  address: plain('street-address'),
  email,
  phone_number: phoneNumber,
  profile: url,
  picture: { ...url, autoComplete: 'photo' },
  website: url,
  birthdate: {
    type: 'date',
    autoComplete: 'bday',
    kept: true,
    check: (text) => (isDate(text) ? undefined : 'date'),
  },
  locale: {
    ...plain('language'),
    check: (text) => (isLanguage(text) ? undefined : 'language'),
  },
  zoneinfo: plain('off'),
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime())
    ? date.toISOString().startsWith(text)
    : false
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-')).length === 1
  } catch {
    return false
  }
}
