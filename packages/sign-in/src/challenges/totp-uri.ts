/** What an authenticator app reads from the QR code. */
export function totpUri(secret: string, account: string, issuer: string): string {
  const [app, user] = [issuer, account].map((part) => encodeURIComponent(part.replaceAll(':', ' ')))
  return `otpauth://totp/${app}:${user}?secret=${encodeURIComponent(secret)}&issuer=${app}`
}
