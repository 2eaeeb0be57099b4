'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { attributeField, attributeKey } from './attribute-field.ts'
import { newPasswordRequiredFields } from './new-password-required.fields.ts'
import { attributeLabel, newPasswordRequiredLabels } from './new-password-required.labels.ts'
import type {
  NewPasswordRequiredAnswer,
  NewPasswordRequiredChallenge,
} from './new-password-required.protocol.ts'

export interface NewPasswordRequiredFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<NewPasswordRequiredChallenge, NewPasswordRequiredAnswer>
  labels?: PartialLabels<typeof newPasswordRequiredLabels>
}

const updatedAt = 'updated_at'

/**
 * Asks for a new password, and for the attributes that the pool requires and does not have yet.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function NewPasswordRequiredForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: NewPasswordRequiredFormProps) {
  const labels = mergeLabels(newPasswordRequiredLabels, ownLabels)
  const { requiredAttributes } = challenge
  const attributes = requiredAttributes
    .filter((name) => name !== updatedAt)
    .map((name) => ({ name, key: attributeKey(name) }))
  const fields = {
    ...newPasswordRequiredFields,
    ...Object.fromEntries(attributes.map(({ name, key }) => [key, attributeField(name)])),
  }

  return (
    <Challenge.Form
      challenge={challenge}
      fields={fields}
      toAnswer={(values) => toAnswer(requiredAttributes, values)}
      errors={labels.errors}
      {...form}
    >
      {children ?? (
        <Challenge.Layout
          title={labels.title}
          hint={attributes.length > 0 ? labels.hintWithAttributes : labels.hint}
          submit={labels.submit}
        >
          <Challenge.Username />
          <Challenge.PasswordField name="newPassword" label={labels.newPassword} />
          <Challenge.PasswordField name="repeatedPassword" label={labels.repeated} />
          {attributes.map(({ name, key }) => (
            <Challenge.Field
              key={key}
              name={key}
              label={
                <Challenge.UntrustedText>
                  {attributeLabel(labels.attributes, name)}
                </Challenge.UntrustedText>
              }
            />
          ))}
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}

function toAnswer(required: string[], values: Record<string, string>): NewPasswordRequiredAnswer {
  const attributes = required.map((name) => {
    // In seconds since the epoch. The form fills it in, because no user knows it.
    const now = String(Math.floor(Date.now() / 1000))
    return [name, name === updatedAt ? now : (values[attributeKey(name)] ?? '')]
  })
  return { newPassword: values['newPassword'] ?? '', attributes: Object.fromEntries(attributes) }
}
