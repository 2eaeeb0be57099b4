/** Without the spaces around it. Plain JavaScript may leave it out: the service then says so. */
export function cleanUsername({ username }: { username?: string }): string {
  return username?.trim() ?? ''
}
