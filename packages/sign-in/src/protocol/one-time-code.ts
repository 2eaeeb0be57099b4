/** The digits of a code, however it was typed, pasted or filled in: "Your code is 123 456". */
export function readCode(text: string): string {
  const plain = Array.from(text.slice(0, 1000), toDigit).join('')
  const runs = plain.match(/\d(?:[\s-]?\d)*/g) ?? []
  // A message may hold other numbers; the code is the longest.
  const [longest = ''] = runs.toSorted((a, b) => b.length - a.length)
  return longest.replace(/\D/g, '')
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
