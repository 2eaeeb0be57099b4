/** Whether a page may use the relying party's passkeys: it is secure, and its host is the rpId or below it. */
export function isOriginAllowed(origin: string, rpId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: canonicalOrigin } = new URL(origin)
  // An origin is never written in another form, for example with a path.
  if (canonicalOrigin !== origin) return false
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLocal)
  return isSecure && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}
