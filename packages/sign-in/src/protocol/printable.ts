/** Only characters that a log can hold, and not many of them. */
export function printable(text: string, most = 64): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, most)
}
