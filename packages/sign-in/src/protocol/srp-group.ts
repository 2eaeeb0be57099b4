/**
 * The 3,072-bit prime of RFC 3526. Its formula takes fewer bytes than its digits. See
 * `docs/cognito.md#srp`.
 */
export const modulus = (1n << 3072n) - (1n << 3008n) - 1n + (((pi() >> 130n) + 1_690_314n) << 64n)

/** Pi times 2^3072, by Machin's formula. */
function pi(): bigint {
  return 16n * arctanOfOneIn(5n) - 4n * arctanOfOneIn(239n)
}

function arctanOfOneIn(x: bigint): bigint {
  let term = (1n << 3072n) / x
  let sum = term
  for (let n = 3n; term !== 0n; n += 2n) {
    term /= -x * x
    sum += term / n
  }
  return sum
}

export interface Group {
  power: (base: bigint, exponent: bigint) => Promise<bigint>
  powerOfTwo: (exponent: bigint) => Promise<bigint>
}

/** @param reduce Reduces a product modulo the prime. Only tests set it, to count the multiplications. */
export function createGroup(reduce: (product: bigint) => bigint = toRemainder): Group {
  let columns: Promise<bigint[]> | undefined

  // The exponent is split into four numbers of 64 bits, which share their squarings (Shamir's trick).
  async function powerOfTwo(exponent: bigint): Promise<bigint> {
    if (exponent >> 256n) return power(2n, exponent)
    const factors = await (columns ??= makeColumns())
    const bits = exponent.toString(2).padStart(256, '0')
    const slice = startSlice()
    let result = 1n
    for (let at = 0; at < 64; at++) {
      const [third, second, first, lowest] = [0, 64, 128, 192].map((from) => bits[from + at])
      const factor = factors[Number(`0b${third}${second}${first}`)] as bigint
      if (result > 1n) result = reduce(result * result)
      result = result > 1n && factor > 1n ? reduce(result * factor) : result * factor
      result <<= BigInt(lowest as string)
      if (slice.isOver()) await slice.rest()
    }
    return result % modulus
  }

  /**
   * All products of 2^(2^64), 2^(2^128) and 2^(2^192). They are the same for every exponent, so they are
   * made once.
   */
  async function makeColumns(): Promise<bigint[]> {
    const slice = startSlice()
    const factors = [1n]
    // Two, squared eleven times.
    let column = 1n << 2048n
    for (const squarings of [53, 64, 64]) {
      for (let n = 0; n < squarings; n++) {
        column = reduce(column * column)
        if (slice.isOver()) await slice.rest()
      }
      factors.push(...factors.map((factor) => (factor > 1n ? reduce(factor * column) : column)))
    }
    return factors
  }

  async function power(base: bigint, exponent: bigint): Promise<bigint> {
    const slice = startSlice()
    const odd = oddPowers(reduce(base))
    let result = 1n
    for (const window of exponent.toString(2).match(windows) ?? []) {
      // Skip the squarings while the result is still 1.
      if (result > 1n) for (const _ of window) result = reduce(result * result)
      if (window !== '0') {
        const factor = odd[Number.parseInt(window, 2) >> 1] as bigint
        result = result > 1n ? reduce(result * factor) : factor
      }
      if (slice.isOver()) await slice.rest()
    }
    return result % modulus
  }

  function oddPowers(base: bigint): bigint[] {
    const square = reduce(base * base)
    const powers = [base]
    for (let n = 1; n < 16; n++) powers.push(reduce((powers.at(-1) as bigint) * square))
    return powers
  }

  return { power, powerOfTwo }
}

/** The group of all sign-ins: they share the precomputed products. */
export const group: Group = createGroup()

// A single zero, or up to five bits that begin and end with a one (sliding windows).
const windows = /0|1(?:[01]{0,3}1)?/g

/**
 * Barrett reduction: two multiplications are faster than a division. The result may be one modulus too
 * large.
 */
function toRemainder(product: bigint): bigint {
  const quotient = ((product >> 3008n) * reciprocal) >> 3200n
  return product - quotient * modulus
}

// The length of a product plus 64 bits, which make up for the bits that are cut off.
const reciprocal = (1n << 6208n) / modulus

const maxSliceMs = 12

/** Splits long arithmetic into slices, so that the page can react to a key press between them. */
function startSlice(): { isOver: () => boolean; rest: () => Promise<void> } {
  let begun = performance.now()
  return {
    isOver: () => performance.now() - begun >= maxSliceMs,
    async rest() {
      await pause()
      begun = performance.now()
    },
  }
}

// `setTimeout` is the fallback: after a few calls, browsers delay each one by four milliseconds.
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done))
}
