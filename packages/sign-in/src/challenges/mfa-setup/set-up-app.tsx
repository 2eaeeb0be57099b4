'use client'

import * as Challenge from '../../parts/index.ts'
import { ChooseSetupButton } from './choose-setup-button.tsx'
import { mfaSetupFields } from './mfa-setup.fields.ts'
import type { MfaSetupAnswer } from './mfa-setup.protocol.ts'
import type { SetupStepProps } from './setup-step.ts'
import { totpUri } from '../totp-uri.ts'

/** Shows the key as a QR code and as text, and asks for a code, which proves that the app has the key. */
export function SetUpApp({ challenge, labels, onChooseSetup, children, ...form }: SetupStepProps) {
  const { secretCode, username, phase } = challenge
  const { app } = labels
  const uri = secretCode && totpUri(secretCode, username, app.issuer())
  // Without a key, the button requests one. While the request is under way, there is no button.
  const submit = secretCode ? labels.submit : phase !== 'answering' && app.again
  return (
    <Challenge.Form<MfaSetupAnswer>
      challenge={challenge}
      fields={secretCode ? mfaSetupFields.SOFTWARE_TOKEN_MFA : {}}
      toAnswer={secretCode ? undefined : () => ({ choice: 'SOFTWARE_TOKEN_MFA' })}
      errors={labels.errors}
      {...form}
    >
      {children ?? (
        <Challenge.Layout
          title={app.title}
          hint={secretCode && app.hint}
          submit={submit}
          actions={
            <>
              {secretCode && <Challenge.Note>{app.once}</Challenge.Note>}
              <ChooseSetupButton labels={labels} onChooseSetup={onChooseSetup} />
            </>
          }
        >
          {secretCode && uri && (
            <>
              <Challenge.QrCode value={uri} label={app.qr} />
              <Challenge.Note>{app.key}</Challenge.Note>
              <Challenge.SecretKey value={secretCode} />
              <a data-part="link" href={uri}>
                {app.open}
              </a>
              <Challenge.CodeField name="code" label={app.code} />
            </>
          )}
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
