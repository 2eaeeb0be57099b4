/**
 * The username without spaces at its ends. JavaScript callers may leave it out; the service then refuses
 * it.
 */
export function cleanUsername({ username }: { username?: string }): string {
  return username?.trim() ?? ''
}
