import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as core from './core.ts'
import * as main from './index.ts'
import * as testing from './testing.ts'
import * as fetchTransports from './transports/fetch.ts'

test('every entry point exports these names', () => {
  const entryPoints = {
    '.': main,
    './core': core,
    './testing': testing,
    './transports/fetch': fetchTransports,
  }
  const names = Object.fromEntries(
    Object.entries(entryPoints).map(([entryPoint, exports]) => [
      entryPoint,
      Object.keys(exports).toSorted(),
    ]),
  )
  expect(names).toMatchInlineSnapshot(`
    {
      ".": [
        "AdminNoSrpAuthForm",
        "AuthError",
        "AuthProvider",
        "Challenge",
        "ChallengeScreen",
        "CognitoException",
        "CustomChallengeForm",
        "EmailOtpForm",
        "MfaSetupForm",
        "NewPasswordRequiredForm",
        "PasswordForm",
        "PasswordSrpForm",
        "RememberDeviceForm",
        "SelectChallengeForm",
        "SelectMfaTypeForm",
        "SignIn",
        "SignInForm",
        "SignedIn",
        "SignedOut",
        "SmsMfaForm",
        "SmsOtpForm",
        "SoftwareTokenMfaForm",
        "UnknownForm",
        "WebAuthnForm",
        "authErrors",
        "createAuth",
        "fields",
        "isCode",
        "readCode",
        "totpUri",
        "useAccessToken",
        "useAuthChallenge",
        "useSession",
      ],
      "./core": [
        "AuthError",
        "CognitoException",
        "authErrors",
        "createAuth",
        "fields",
        "isCode",
        "readCode",
        "totpUri",
      ],
      "./testing": [
        "active",
        "recordings",
      ],
      "./transports/fetch": [
        "fetchTransport",
      ],
    }
  `)
})

test('every part has the name of its file', () => {
  const files = readdirSync(new URL('./parts/', import.meta.url))
  for (const part of Object.keys(main.Challenge)) {
    const file = part.replace(/[A-Z]/g, (letter, at) => `${at ? '-' : ''}${letter.toLowerCase()}`)
    expect(files).toContain(`${file}.tsx`)
  }
})

test('every error code has a page', () => {
  const pages = readdirSync(new URL('../../../docs/errors/', import.meta.url))
  const codes = Object.keys(core.authErrors).map((code) => `${code}.md`)
  expect(pages.toSorted()).toEqual(codes.toSorted())
})
