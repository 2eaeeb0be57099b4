import { describe, expect, test } from 'vitest'
import { createSrpClient, signProof } from '../testing/srp-client.test.support.ts'
import { fromBase64, hash, toBytes } from './bytes.ts'
import { generator, power, powerByHand, prime } from './group.ts'
import { checkClaim, derivePublicValue, deriveScrambler, deriveVerifier } from './handshake.ts'

const repeated = (byte: string) => BigInt(`0x${byte.repeat(128)}`)
const digest = async (integer: bigint) => Buffer.from(await hash(toBytes(integer))).toString('hex')
const block = Buffer.from(Array.from({ length: 64 }, (_, index) => index)).toString('base64')
const timestamp = 'Tue Feb 3 04:05:06 UTC 2026'

test.each([
  [0n, '00'],
  [1n, '01'],
  [127n, '7f'],
  [128n, '0080'],
  [255n, '00ff'],
  [256n, '0100'],
  [32_767n, '7fff'],
  [32_768n, '008000'],
])('%s is hashed as %s, as in Java', (integer, hex) => {
  expect(Buffer.from(toBytes(integer)).toString('hex')).toBe(hex)
})

test.each([0n, 1n, 2n, 255n, 2n ** 256n - 1n, prime - 1n])(
  'OpenSSL and BigInt agree on the power of %s',
  (exponent) => {
    expect(power).not.toBe(powerByHand)
    for (const base of [0n, 1n, 2n, prime - 1n, 2n ** 3000n + 1n]) {
      expect(power(base, exponent)).toBe(powerByHand(base, exponent))
    }
  },
)

test('the multiplier is that of every published client', async () => {
  expect(Buffer.from(await hash(toBytes(prime), toBytes(generator))).toString('hex')).toBe(
    '538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6',
  )
})

test.each([
  // From the tests of a Go, a Swift and an Android client. The second salt has 31 digits.
  [
    'myPool',
    'test',
    'test',
    '499602d2',
    '190cd48a339804ad34ec1dcec62d92d70e86a45c80eb123c3f57bcd4b619fecf',
  ],
  [
    'baTBpG5tZ',
    'royji7',
    'dummy123@',
    'd1c1181916afc59efe7eb71674d627c',
    '364cb3911f236e30ab9b0df0b678a5379e60e88df3a7e9ba2bc3729e649e9e23',
  ],
  [
    'KO6fcefgd',
    'username',
    'Password123',
    'e7dc204cebbfda6b62b8493e932f7f4c',
    35002972281322559225995282163712515452164094971035196098842264315967202596678n.toString(16),
  ],
])('the verifier of %s is that of other clients', async (group, name, password, salt, x) => {
  const verifier = await deriveVerifier({ group, name }, password, BigInt(`0x${salt}`))
  expect(verifier).toBe(power(generator, BigInt(`0x${x}`)))
})

test('the scrambler is that of other clients', async () => {
  const a = 1_234_567_890n
  expect(Buffer.from(await hash(toBytes(power(generator, a)), toBytes(a))).toString('hex')).toBe(
    '0c98b195a479d1a7c70c99dd680f34f5805fe686d0bc716549ff2ed895aa9111',
  )
})

describe('a proof of the right password', () => {
  const umlauts = {
    userId: 'user-ü',
    password: 'pässwörd 1Ω',
    salt: '41181916afc59efe7eb71674d627c5',
  }

  test.each([
    {
      how: 'with top bits set',
      userId: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
      password: 'Correct-Horse-9!',
      salt: '8bb7dcf905f418bf27b6623aa4d2f58f',
      a: repeated('a1'),
      v: 'dcd58df43424464c6501296c73dbb4034dc2fa694bac490c5f65cfb709f0f730',
      B: '4dee7a721ea226b1cebd6b814b9f05bd700d8f8a0d7ceecc6d10bed13c0dbd1c',
      signature: 'IVJLeNUM0EdvZ2FV6NWTkDgDrOzQDCLjdGxMofsSU2E=',
    },
    {
      how: 'whose scrambler begins with a zero byte',
      ...umlauts,
      a: repeated('a1') + 86n,
      v: 'c357d7b6d11c1c440119c01b04bdad5d565b49c5c812cd5364854765dd1574c5',
      B: '80d5009b8285798f7496cb386bed85a577304a7c0ca29a33706eabec838530bf',
      signature: 'kya5JTVoDkkuiT5yIyJ/N4wH6b3qKelnhA+TqjJEu90=',
    },
    {
      how: 'whose secret begins with a zero byte',
      ...umlauts,
      a: repeated('a1') + 200n,
      v: 'c357d7b6d11c1c440119c01b04bdad5d565b49c5c812cd5364854765dd1574c5',
      B: '80d5009b8285798f7496cb386bed85a577304a7c0ca29a33706eabec838530bf',
      signature: 'HjLRT0WC2Zaq6yNpQgAnjgUSwW4yvZ+WDXrHi13gEBc=',
    },
  ])('is accepted $how', async ({ userId, password, salt, a, ...known }) => {
    const identity = { group: 'Example1', name: userId }
    const verifier = await deriveVerifier(identity, password, BigInt(`0x${salt}`))
    expect(await digest(verifier)).toBe(known.v)
    const b = repeated('b2')
    const B = derivePublicValue(b, verifier)
    expect(await digest(B)).toBe(known.B)

    const A = power(generator, a)
    const handshake = { A, b, scrambler: await deriveScrambler(A, B), verifier }
    const claim = {
      signature: fromBase64(known.signature)!,
      secretBlock: fromBase64(block)!,
      timestamp,
    }
    expect(await checkClaim(identity, handshake, claim)).toBe(true)
    const other = { ...handshake, verifier: verifier + 1n }
    expect(await checkClaim(identity, other, claim)).toBe(false)
    expect(await checkClaim(identity, handshake, { ...claim, timestamp: '' })).toBe(false)
  })

  // Powers of two give A and g^b the needed number of digits.
  test.each([
    [1n, 1n, '0'],
    [7n, 8n, '7f'],
    [8n, 7n, '80'],
    [3064n, 12n, 'fff'],
    [3071n, 3068n, '00ff'.repeat(7)],
  ])('is accepted for a = %s, b = %s, salt %s', async (a, b, salt) => {
    const identity = { group: 'Example1', name: 'ana' }
    const verifier = await deriveVerifier(identity, 'Pa55word!', BigInt(`0x${salt}`))
    const B = derivePublicValue(b, verifier)
    const client = createSrpClient(a)
    const proof = { ...identity, password: 'Pa55word!', salt, B: B.toString(16), block, timestamp }
    const claim = {
      signature: fromBase64(signProof(client, proof))!,
      secretBlock: fromBase64(block)!,
      timestamp,
    }
    const A = BigInt(`0x${client.SRP_A}`)
    const handshake = { A, b, scrambler: await deriveScrambler(A, B), verifier }
    expect(await checkClaim(identity, handshake, claim)).toBe(true)
  })
})

test('the client of these tests signs like a published client', () => {
  const integer = 1_234_567_890n.toString(16)
  const proof = {
    group: 'myPool',
    name: 'test',
    password: 'test',
    salt: integer,
    B: integer,
    block: btoa('secretssecrestssecrets'),
    timestamp: 'Tue Jul 10 11:01:00 UTC 2018',
  }
  expect(signProof(createSrpClient(1_234_567_890n), proof)).toBe(
    'tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=',
  )
})
