/** The 3,072-bit group of RFC 5054, with the generator 2. */
export const modulus = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437' +
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05' +
    '98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33' +
    'A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864' +
    'D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
)

/** 2 to the power of `exponent`: a multiplication by a power of two is a shift, and costs nothing. */
export async function powerOfTwo(exponent: bigint): Promise<bigint> {
  const bits = exponent.toString(2)
  const slice = startSlice()
  const width = 8
  const first = bits.length % width || width
  let result = 1n << BigInt(`0b${bits.slice(0, first)}`)
  for (let at = first; at < bits.length; at += width) {
    for (let bit = 1; bit < width; bit++) result = (result * result) % modulus
    const shift = BigInt(`0b${bits.slice(at, at + width)}`)
    result = ((result * result) << shift) % modulus
    await slice.rest()
  }
  return result % modulus
}

/** `base` to the power of `exponent`, by windows of five bits. */
export async function power(base: bigint, exponent: bigint): Promise<bigint> {
  const bits = exponent.toString(2)
  const slice = startSlice()
  const odd = oddPowers(base)
  let result = 1n
  for (let at = 0; at < bits.length;) {
    if (bits[at] === '0') {
      result = (result * result) % modulus
      at += 1
      continue
    }
    // The longest window from here that ends in a one.
    const window = bits.slice(at, at + width).replace(/0+$/, '')
    const factor = odd[Number.parseInt(window, 2) >> 1] as bigint
    if (at === 0) {
      result = factor
    } else {
      for (let bit = 0; bit < window.length; bit++) result = (result * result) % modulus
      result = (result * factor) % modulus
    }
    at += window.length
    await slice.rest()
  }
  return result
}

const width = 5

function oddPowers(base: bigint): bigint[] {
  const square = (base * base) % modulus
  const powers = [base]
  for (let n = 1; n < 1 << (width - 1); n++) {
    powers.push(((powers.at(-1) as bigint) * square) % modulus)
  }
  return powers
}

const longest = 8 // milliseconds

/** Lets the page breathe: no stretch of arithmetic is so long that a key stroke has to wait. */
function startSlice(): { rest: () => Promise<void> } {
  let begun = performance.now()
  return {
    async rest() {
      if (performance.now() - begun < longest) return
      await new Promise((done) => setTimeout(done))
      begun = performance.now()
    },
  }
}
