/** The digits of a code, however it was typed, pasted or filled in: "Your code is 123 456". */
export function readCode(text: string): string {
  const plain = plainDigits(text.slice(0, 1000))
  // Without words around it, every digit that was typed counts.
  if (!/\p{L}/u.test(plain)) return plain.replace(/\D/g, '')
  const numbers = (plain.match(/\d(?:[\s-]?\d)*/g) ?? []).map((run) => run.replace(/\D/g, ''))
  const codes = numbers.filter(isCode)
  // Among other numbers in a message, the one as long as the codes that are known.
  const known = [6, 8].flatMap((length) => codes.find((code) => code.length === length) ?? [])
  return known[0] ?? codes[0] ?? numbers[0] ?? ''
}

/** Arabic, Persian, Indian and full-width digits as plain ones. */
export function plainDigits(text: string): string {
  return Array.from(text, toDigit).join('')
}

/** Cognito sends six digits or eight, and documents neither: never assume a length. */
export function isCode(text: string): boolean {
  return /^\d{4,10}$/.test(text)
}

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]

function toDigit(letter: string): string {
  const point = letter.codePointAt(0) as number
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined ? letter : String(point - zero)
}
