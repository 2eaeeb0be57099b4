import { list, map, required, type Shape, struct, text } from '../wire/shape.ts'

// The enums are the service's: what is not built here is refused later, as a pool refuses it.
export const authFlow: Shape<string> = required(
  text({
    values: [
      'USER_SRP_AUTH',
      'REFRESH_TOKEN_AUTH',
      'REFRESH_TOKEN',
      'CUSTOM_AUTH',
      'ADMIN_NO_SRP_AUTH',
      'USER_PASSWORD_AUTH',
      'ADMIN_USER_PASSWORD_AUTH',
      'USER_AUTH',
    ],
  }),
)

export const challengeName: Shape<string> = required(
  text({
    values: [
      'SMS_MFA',
      'EMAIL_OTP',
      'SOFTWARE_TOKEN_MFA',
      'SELECT_MFA_TYPE',
      'MFA_SETUP',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
      'SELECT_CHALLENGE',
      'DEVICE_SRP_AUTH',
      'DEVICE_PASSWORD_VERIFIER',
      'ADMIN_NO_SRP_AUTH',
      'NEW_PASSWORD_REQUIRED',
      'SMS_OTP',
      'PASSWORD',
      'WEB_AUTHN',
      'PASSWORD_SRP',
    ],
  }),
)

export const parameters: Shape<Record<string, string> | undefined> = map()

/** What threat protection is told; here only its form is checked. */
export const analyticsMetadata: Shape<unknown> = struct({ AnalyticsEndpointId: text() })

export const userContextData: Shape<unknown> = struct({
  EncodedData: text({ max: 131_072 }),
  IpAddress: text({ max: 131_072 }),
})

export const contextData: Shape<unknown> = struct({
  EncodedData: text({ max: 131_072 }),
  HttpHeaders: required(list(struct({ headerName: text(), headerValue: text() }))),
  IpAddress: required(text({ max: 131_072 })),
  ServerName: required(text({ max: 131_072 })),
  ServerPath: required(text({ max: 131_072 })),
})
