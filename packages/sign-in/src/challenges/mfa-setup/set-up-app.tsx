'use client'

import * as Challenge from '../../parts/index.ts'
import { mfaSetupFields } from './mfa-setup.fields.ts'
import type { SetupStepProps } from './mfa-setup.form.tsx'
import type { MfaSetupAnswer } from './mfa-setup.protocol.ts'
import { totpUri } from './totp-uri.ts'

/** The secret as a QR code and as text, and a code to prove that the app has it. */
export function SetUpApp({ challenge, text, onOther, children, ...form }: SetupStepProps) {
  const { secretCode, username, phase } = challenge
  const uri = secretCode && totpUri(secretCode, username, text.app.issuer())
  return (
    <Challenge.Form<MfaSetupAnswer>
      challenge={challenge}
      fields={secretCode ? mfaSetupFields.SOFTWARE_TOKEN_MFA : {}}
      toAnswer={
        secretCode
          ? ({ code = '' }) => ({ code })
          : () => ({ choice: 'SOFTWARE_TOKEN_MFA' as const })
      }
      errors={text.errors}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{text.app.title}</Challenge.Title>
          {secretCode && <Challenge.Hint>{text.app.hint}</Challenge.Hint>}
          <Challenge.ErrorMessage />
          {secretCode && uri && (
            <>
              <Challenge.QrCode value={uri} label={text.app.qr} />
              <Challenge.Note>{text.app.key}</Challenge.Note>
              <Challenge.SecretKey value={secretCode} />
              <a data-part="link" href={uri}>
                {text.app.open}
              </a>
              <Challenge.CodeField name="code" label={text.app.code} />
            </>
          )}
          {(secretCode || phase !== 'answering') && (
            <Challenge.Submit>{secretCode ? text.submit : text.app.again}</Challenge.Submit>
          )}
          <Challenge.TimeLeft />
          {secretCode && <Challenge.Note>{text.app.once}</Challenge.Note>}
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
