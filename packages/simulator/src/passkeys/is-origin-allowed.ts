/** Whether a page may use the passkeys of a relying party: of its own host, or of one above it. */
export function isOriginAllowed(origin: string, rpId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: canonicalOrigin } = new URL(origin)
  // No browser writes it any other way, with a path for instance.
  if (canonicalOrigin !== origin) return false
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLocal)
  return isSecure && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}
