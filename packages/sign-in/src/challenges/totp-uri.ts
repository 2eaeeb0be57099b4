/** The `otpauth:` URI for the QR code of an authenticator app. See `docs/cognito.md#mfa-setup`. */
export function totpUri(secret: string, account: string, issuer: string): string {
  const [app, user] = [issuer, account].map((part) => encodeURIComponent(part.replaceAll(':', ' ')))
  return `otpauth://totp/${app}:${user}?secret=${encodeURIComponent(secret)}&issuer=${app}`
}
