/** Whether a page may use the passkeys of a relying party: of its own host, or of one above it. */
export function isOriginAllowed(origin: string, rpId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: read } = new URL(origin)
  // No browser writes it any other way, with a path for instance.
  if (read !== origin) return false
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  const secure = protocol === 'https:' || (protocol === 'http:' && local)
  return secure && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}
