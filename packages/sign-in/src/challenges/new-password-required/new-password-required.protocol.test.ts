import { describe, expect, test } from 'vitest'
import { attributeField, attributeKey } from './attribute-field.ts'
import { attributeLabel, newPasswordRequiredLabels } from './new-password-required.labels.ts'
import { newPasswordRequired } from './new-password-required.protocol.ts'
import { asked } from './new-password-required.recording.ts'

const required = (requiredAttributes: string, userAttributes = '{}') =>
  newPasswordRequired.read({
    ...asked,
    ChallengeParameters: { requiredAttributes, userAttributes },
  }).requiredAttributes

describe('required attributes', () => {
  test('have no prefix, and those with a value are left out', () => {
    expect(newPasswordRequired.read(asked)).toEqual({ requiredAttributes: ['name', 'birthdate'] })
  })

  test.each(['', '[]', '{}', '"name"', 'null', '[', '[1,{}]'])('are empty for %j', (list) => {
    expect(required(list)).toEqual([])
  })

  test.each(['null', '[]', '5', '{', ''])('are read although userAttributes is %j', (present) => {
    expect(required('["userAttributes.name"]', present)).toEqual(['name'])
  })

  test('are unique, and at most fifty', () => {
    const many = Array.from({ length: 200 }, (_, n) => `userAttributes.custom:a${n % 100}`)
    expect(required(JSON.stringify(many))).toHaveLength(50)
    expect(required('["userAttributes.name","userAttributes.name"]')).toEqual(['name'])
  })

  test('with an invalid name are left out', () => {
    expect(
      required(
        JSON.stringify([
          'userAttributes.',
          '__proto__',
          'constructor',
          'newPassword',
          `userAttributes.${'x'.repeat(33)}`,
          'a b',
        ]),
      ),
    ).toEqual([])
  })
})

test('writes the password, and each attribute under its prefix', () => {
  const answer = { newPassword: ' spaces kept ', attributes: { 'custom:team': 'Blue' } }
  expect(newPasswordRequired.write?.(answer)).toEqual({
    NEW_PASSWORD: ' spaces kept ',
    'userAttributes.custom:team': 'Blue',
  })
  expect(newPasswordRequired.write?.({ newPassword: 'x' })).toEqual({ NEW_PASSWORD: 'x' })
})

describe('a field', () => {
  test.each([
    ['phone_number', '+1 (555) 555-0100', '+15555550100', undefined],
    ['phone_number', '0015555550100', '+15555550100', undefined],
    ['phone_number', '555 0100', '5550100', 'phone'],
    ['email', ' ana@example.com ', 'ana@example.com', undefined],
    ['email', 'ana', 'ana', 'email'],
    ['birthdate', '1990-12-31', '1990-12-31', undefined],
    ['birthdate', '1990-02-31', '1990-02-31', 'date'],
    ['birthdate', '31.12.1990', '31.12.1990', 'date'],
    ['locale', 'pt-BR', 'pt-BR', undefined],
    ['locale', 'pt_BR', 'pt_BR', undefined],
    ['locale', 'zh_Hant_TW', 'zh_Hant_TW', undefined],
    ['phone_number', '+49 (0)30 123456', '+4930123456', undefined],
    ['phone_number', '+1\u2011555\u2011555/0100', '+15555550100', undefined],
    ['phone_number', '+١٥٥٥٥٥٥٠١٠٠', '+15555550100', undefined],
    ['phone_number', '+1 call me', '+1callme', 'phone'],
    ['locale', 'not a language', 'not a language', 'language'],
    ['website', 'https://example.com', 'https://example.com', undefined],
    ['website', 'javascript:alert(1)', 'javascript:alert(1)', 'url'],
    ['custom:team', ' Blue ', 'Blue', undefined],
    ['constructor', 'x', 'x', undefined],
  ])('%s takes %j as %j', (name, typed, clean, issue) => {
    const field = attributeField(name)
    expect(field.clean?.(typed) ?? typed).toBe(clean)
    expect(field.check?.(clean, {})).toBe(issue)
  })

  test('has a key without dots and brackets', () => {
    expect(attributeKey(`custom:a.b[0]'"`)).toBe('custom:a%2eb%5b0%5d%27%22')
  })

  test('has a label for a custom attribute', () => {
    const { attributes } = newPasswordRequiredLabels
    expect(attributeLabel(attributes, 'custom:favourite_team')).toBe('Favourite team')
    expect(attributeLabel(attributes, 'phone_number')).toBe('Phone number')
  })
})
