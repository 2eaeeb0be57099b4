/** The 3,072-bit group of RFC 5054, with the generator 2. */
export const modulus = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437' +
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05' +
    '98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33' +
    'A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864' +
    'D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
)

export interface Group {
  power: (base: bigint, exponent: bigint) => Promise<bigint>
  powerOfTwo: (exponent: bigint) => Promise<bigint>
}

/** @param reduce what every product goes through; given only where a test counts them. */
export function createGroup(reduce: (product: bigint) => bigint = toRemainder): Group {
  // Doubling is a shift and costs nothing: neither, then, do the first eleven bits.
  async function powerOfTwo(exponent: bigint): Promise<bigint> {
    const bits = exponent.toString(2)
    const slice = startSlice()
    let result = 1n << BigInt(`0b${bits.slice(0, 11)}`)
    for (const bit of bits.slice(11)) {
      result = reduce(result * result) << BigInt(bit)
      if (slice.isOver()) await slice.rest()
    }
    return result % modulus
  }

  async function power(base: bigint, exponent: bigint): Promise<bigint> {
    const slice = startSlice()
    const odd = oddPowers(reduce(base))
    let result = 1n
    for (const window of exponent.toString(2).match(windows) ?? []) {
      // One, as long as there is nothing to square.
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

// A zero alone, or up to five bits that begin and end in a one.
const windows = /0|1(?:[01]{0,3}1)?/g

/** Once too many is left in at times. Two products with a constant take less time than a division. */
function toRemainder(product: bigint): bigint {
  const quotient = ((product >> 3008n) * reciprocal) >> 3200n
  return product - quotient * modulus
}

// As long as a product, and 64 bits more to make up for what is cut off.
const reciprocal = (1n << 6208n) / modulus

const longest = 12 // milliseconds

/** Lets the page breathe: no stretch of arithmetic is so long that a key stroke has to wait. */
function startSlice(): { isOver: () => boolean; rest: () => Promise<void> } {
  let begun = performance.now()
  return {
    isOver: () => performance.now() - begun >= longest,
    async rest() {
      await pause()
      begun = performance.now()
    },
  }
}

// Where there is no `yield`, browsers hold back each timer after the first few for four milliseconds.
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done))
}
