'use client'

/** Text from outside, as nothing but text: cut, isolated, and with what cannot be seen made visible. */
export function UntrustedText({ children: text }: { children: string }) {
  return <bdi data-part="untrusted-text">{readable(text)}</bdi>
}

const most = 120

function readable(text: string): string {
  const letters = Array.from(text.slice(0, 2 * most + 2))
  const cut = letters.length > most ? [...letters.slice(0, most - 1), '…'] : letters
  return cut.map(visible).join('')
}

function visible(letter: string): string {
  const point = letter.codePointAt(0) as number
  if (point < 0x20) return String.fromCodePoint(0x2400 + point)
  if (point === 0x7f) return '\u2421'
  const hidden = /[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\u0080-\u009f\ud800-\udfff]/
  return letter.length === 1 && hidden.test(letter) ? '\ufffd' : letter
}
