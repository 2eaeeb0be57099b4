import { createDiffieHellmanGroup, createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { createSrp, pad } from './srp.ts'
import { createGroup, modulus } from './srp-group.ts'

const { power, powerOfTwo } = createGroup()

const block = btoa(String.fromCharCode(...Array.from({ length: 64 }, (_, byte) => byte)))
const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
const naive = (base: bigint, exponent: bigint) => {
  let [result, square] = [1n, base]
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

test.each([
  [0n, '00'],
  [1n, '01'],
  [127n, '7f'],
  [128n, '0080'],
  [255n, '00ff'],
  [256n, '0100'],
  [32_767n, '7fff'],
  [32_768n, '008000'],
])('pads %i as Java does', (integer, padded) => {
  expect(hex(pad(integer))).toBe(padded)
})

test('the modulus is the prime of the RFC', () => {
  expect(modulus).toBe(BigInt(`0x${createDiffieHellmanGroup('modp15').getPrime('hex')}`))
})

test('powers equal those of plain square-and-multiply', async () => {
  for (let n = 0; n < 20; n++) {
    const bytes = crypto.getRandomValues(new Uint8Array([1, 4, 31, 32, 64][n % 5] as number))
    const exponent = BigInt(`0x${hex(bytes)}`)
    expect(await powerOfTwo(exponent)).toBe(naive(2n, exponent))
    expect(await power(123_456_789n, exponent)).toBe(naive(123_456_789n, exponent))
  }
})

test('the largest possible number is reduced correctly', async () => {
  const base = modulus + (modulus << 256n) - 1n
  expect(await power(base, 3n)).toBe(modulus - 1n)
  expect(await power(modulus, 5n)).toBe(0n)
  expect(await power(base, 0n)).toBe(1n)
})

test('a proof takes at most 860 modular multiplications after the submit, and 1,110 in all', async () => {
  let count = 0
  const group = createGroup((product) => {
    count += 1
    return product % modulus
  })
  const worst = { after: 0, inAll: 0 }
  for (let round = 0; round < 20; round++) {
    count = 0
    const random = bytesFor(`a ${round}`)
    random[0]! |= 0x80
    const srp = await createSrp(random, group)
    const before = count
    await srp.prove({
      serverKey: hex(bytesFor(`B ${round}`)).repeat(12),
      salt: hex(bytesFor(`salt ${round}`)).slice(32),
      secretBlock: block,
      group: 'Example1',
      identity: 'ana',
      secret: 'Pa55word!',
      timestamp: 'Tue Feb 3 04:05:06 UTC 2026',
    })
    worst.after = Math.max(worst.after, count - before)
    worst.inAll = Math.max(worst.inAll, count)
  }
  console.info(`SRP: ${worst.after} multiplications after submit, ${worst.inAll} in all`)
  expect(worst.after).toBeGreaterThan(700)
  expect(worst.after).toBeLessThanOrEqual(860)
  expect(worst.inAll).toBeLessThanOrEqual(1110)
})

// Pseudorandom: the same bytes in every run.
function bytesFor(seed: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(seed).digest())
}

describe('the vectors of public clients', () => {
  const bytes = (byte: number, add = 0) => {
    const integer = BigInt(`0x${byte.toString(16).repeat(128)}`) + BigInt(add)
    return Uint8Array.from(
      (integer.toString(16).match(/../g) as string[]).map((b) => Number.parseInt(b, 16)),
    )
  }
  const user = { group: 'Example1', timestamp: 'Tue Feb 3 04:05:06 UTC 2026', secretBlock: block }
  const accented = {
    ...user,
    identity: 'user-ü',
    secret: 'pässwörd 1Ω',
    salt: '0041181916afc59efe7eb71674d627c5',
  }

  /** The B of a server, from the x of a vector. */
  async function serverKey(x: string) {
    const k = BigInt('0x538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6')
    const b = BigInt(`0x${'b2'.repeat(128)}`)
    const B = (k * (await powerOfTwo(BigInt(`0x${x}`))) + (await powerOfTwo(b))) % modulus
    return B.toString(16)
  }

  test.each([
    [
      'a user',
      bytes(0xa1),
      '10a20097d1a06fedb641718f4ab00195343325966c410a2a62061658c5e3edba',
      {
        ...user,
        identity: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
        secret: 'Correct-Horse-9!',
        salt: '8bb7dcf905f418bf27b6623aa4d2f58f',
      },
      'IVJLeNUM0EdvZ2FV6NWTkDgDrOzQDCLjdGxMofsSU2E=',
    ],
    [
      'u with a leading zero byte',
      bytes(0xa1, 86),
      '6d48f04bbda33a828775f195dc289df49bcfb1db67cdfa2554cdb9289c413dcd',
      accented,
      'kya5JTVoDkkuiT5yIyJ/N4wH6b3qKelnhA+TqjJEu90=',
    ],
    [
      'S with a leading zero byte',
      bytes(0xa1, 200),
      '6d48f04bbda33a828775f195dc289df49bcfb1db67cdfa2554cdb9289c413dcd',
      accented,
      'HjLRT0WC2Zaq6yNpQgAnjgUSwW4yvZ+WDXrHi13gEBc=',
    ],
    [
      'a device',
      bytes(0xa1),
      '87118b80f5f5990eade773bb8d7966c268d6ab3f69e8ef45cf1d3a29a18ed8f5',
      {
        ...user,
        group: '-v7w9UcY6',
        identity: 'us-west-2_a1b2c3d4-5678-90ab-cdef-1234567890ab',
        secret: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJw==',
        salt: 'eb96c4a1d2b3f4051627384950a1b2c3',
      },
      'Cu5cYkmJB/DbO9OM9tLeRqLCMZpd0nQcMjGTX0qVLLw=',
    ],
  ])('%s', async (_, random, x, claim, signature) => {
    const srp = await createSrp(random)
    expect(await srp.prove({ ...claim, serverKey: await serverKey(x) })).toBe(signature)
  })

  test('small numbers match another implementation', async () => {
    const number = (1_234_567_890).toString(16)
    const srp = await createSrp(
      Uint8Array.from(number.match(/../g) as string[], (b) => Number.parseInt(b, 16)),
    )
    const signature = await srp.prove({
      serverKey: number,
      salt: number,
      secretBlock: btoa('secretssecrestssecrets'),
      group: 'myPool',
      identity: 'test',
      secret: 'test',
      timestamp: 'Tue Jul 10 11:01:00 UTC 2018',
    })
    expect(signature).toBe('tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=')
  })
})

test('an insecure page fails before anything is sent', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes })
  await expect(createSrp()).rejects.toMatchObject({
    code: 'insecure-context',
    details: { sent: 'no' },
  })
  vi.unstubAllGlobals()
})

describe('bad input', () => {
  const claim = {
    serverKey: '2',
    salt: '1',
    secretBlock: block,
    group: 'g',
    identity: 'i',
    secret: 's',
    timestamp: 't',
  }

  test.each([
    ['B = 0', { serverKey: '0' }],
    ['B = N', { serverKey: modulus.toString(16) }],
    ['B with a sign', { serverKey: '-2' }],
    ['B that is no hex', { serverKey: '0x2' }],
    ['B that is empty', { serverKey: '' }],
    ['B of a megabyte', { serverKey: 'f'.repeat(1_000_000) }],
    ['a salt that is no hex', { salt: 'salt' }],
    ['a block of a megabyte', { secretBlock: 'A'.repeat(1_000_000) }],
  ])('%s uses the key pair up', async (_, wrong) => {
    const srp = await createSrp()
    const error = expect.objectContaining({ code: 'bad-answer' })
    await expect(srp.prove({ ...claim, ...wrong })).rejects.toEqual(error)
    await expect(srp.prove(claim)).rejects.toEqual(error)
  })

  test.each(['', '*', 'A', '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a', 'a_b-'])(
    'a secret block that is not base64 is decoded leniently: %j',
    async (secretBlock) => {
      const srp = await createSrp()
      await expect(srp.prove({ ...claim, secretBlock })).resolves.toMatch(/^[\w+/]{43}=$/)
    },
  )

  test('a second proof with the same key pair fails', async () => {
    const srp = await createSrp()
    await srp.prove(claim)
    await expect(srp.prove(claim)).rejects.toMatchObject({ code: 'bad-answer' })
  })
})
