/** Finds the digits of a code in typed or pasted text, e.g. in "Your code is 123 456". */
export function readCode(text: string): string {
  const plain = plainDigits(text.slice(0, 1000))
  // A text without letters holds nothing but the code.
  if (!/\p{L}/u.test(plain)) return plain.replace(/\D/g, '')
  const numbers = (plain.match(/\d(?:[\s-]?\d)*/g) ?? []).map((number) => number.replace(/\D/g, ''))
  const codes = numbers.filter(isCode)
  // A message can hold other numbers too. Six and eight digits are the usual lengths.
  const codesOfUsualLength = [6, 8].flatMap(
    (length) => codes.find((code) => code.length === length) ?? [],
  )
  return codesOfUsualLength[0] ?? codes[0] ?? numbers[0] ?? ''
}

/** Turns Arabic, Persian, Indian and full-width digits into ASCII digits. */
export function plainDigits(text: string): string {
  return Array.from(text, toDigit).join('')
}

/** Whether the text is four to ten digits. Cognito documents no length: see `docs/cognito.md#codes`. */
export function isCode(text: string): boolean {
  return /^\d{4,10}$/.test(text)
}

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]

function toDigit(letter: string): string {
  const point = letter.codePointAt(0) as number
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined ? letter : String(point - zero)
}
