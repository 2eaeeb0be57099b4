'use client'

import type { ReactNode } from 'react'
import * as Challenge from '../../parts/index.ts'
import { ChooseSetupButton } from './choose-setup-button.tsx'
import { mfaSetupFields } from './mfa-setup.fields.ts'
import type { MfaSetupAnswer } from './mfa-setup.protocol.ts'
import type { SetupStepProps } from './setup-step.ts'

/** Asks for the e-mail address of the second factor. Cognito sends a code to it right away. */
export function AddEmail(props: SetupStepProps) {
  const { email, errors } = props.labels
  return (
    <AddDestination
      {...props}
      type="EMAIL_OTP"
      errors={errors}
      texts={email}
      field={<Challenge.Field name="email" label={email.email} />}
    />
  )
}

/** Asks for the phone number of the second factor, where the pool takes one here. */
export function AddPhone(props: SetupStepProps) {
  const { phone } = props.labels
  return (
    <AddDestination
      {...props}
      type="SMS_MFA"
      errors={{ 'invalid-entry': phone.refused }}
      texts={phone}
      field={<Challenge.Field name="phoneNumber" label={phone.phoneNumber} />}
    />
  )
}

interface AddDestinationProps
  extends SetupStepProps, Pick<Challenge.FormProps<MfaSetupAnswer>, 'errors'> {
  type: 'EMAIL_OTP' | 'SMS_MFA'
  texts: { title: string; hint: string }
  field: ReactNode
}

function AddDestination({
  labels,
  onChooseSetup,
  type,
  texts,
  field,
  children,
  ...form
}: AddDestinationProps) {
  return (
    <Challenge.Form<MfaSetupAnswer> fields={mfaSetupFields[type]} {...form}>
      {children ?? (
        <Challenge.Layout
          title={texts.title}
          hint={texts.hint}
          submit={labels.submit}
          actions={<ChooseSetupButton labels={labels} onChooseSetup={onChooseSetup} />}
        >
          {field}
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
