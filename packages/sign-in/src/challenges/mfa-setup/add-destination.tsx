'use client'

import * as Challenge from '../../parts/index.ts'
import { mfaSetupFields } from './mfa-setup.fields.ts'
import type { SetupStepProps } from './mfa-setup.form.tsx'
import type { MfaSetupAnswer } from './mfa-setup.protocol.ts'

/** An address to send codes to: Cognito asks for the first one right away. */
export function AddEmail(props: SetupStepProps) {
  const { title, hint, email: label } = props.text.email
  const toAnswer = ({ email = '' }) => ({ email })
  return (
    <AddDestination
      {...props}
      {...{ type: 'EMAIL_OTP', name: 'email', title, hint, label, toAnswer }}
    />
  )
}

/** A number to text codes to, where the pool offers that. */
export function AddPhone(props: SetupStepProps) {
  const { title, hint, phoneNumber: label } = props.text.phone
  const toAnswer = ({ phoneNumber = '' }) => ({ phoneNumber })
  return (
    <AddDestination
      {...props}
      {...{ type: 'SMS_MFA', name: 'phoneNumber', title, hint, label, toAnswer }}
    />
  )
}

interface AddDestinationProps extends Omit<SetupStepProps, 'title'> {
  type: 'EMAIL_OTP' | 'SMS_MFA'
  name: string
  title: string
  hint: string
  label: string
  toAnswer: (values: Record<string, string>) => MfaSetupAnswer
}

function AddDestination({
  challenge,
  text,
  onOther,
  type,
  name,
  title,
  hint,
  label,
  toAnswer,
  children,
  ...form
}: AddDestinationProps) {
  return (
    <Challenge.Form
      challenge={challenge}
      fields={mfaSetupFields[type]}
      toAnswer={toAnswer}
      errors={type === 'SMS_MFA' ? { 'invalid-entry': text.phone.refused } : text.errors}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{title}</Challenge.Title>
          <Challenge.Hint>{hint}</Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.Field name={name} label={label} />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          {onOther && (
            <button data-part="choose-setup" type="button" onClick={onOther}>
              {text.other}
            </button>
          )}
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
