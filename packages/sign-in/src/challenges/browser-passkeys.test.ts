import { afterEach, describe, expect, test, vi } from 'vitest'
import { createBrowserPasskeys } from './browser-passkeys.ts'

const options = {
  challenge: 'AAECAwQFBgcICQoLDA0ODw',
  rpId: 'example.com',
  allowCredentials: [{ type: 'public-key', id: '-_8' }],
}
const creation = {
  challenge: 'AAECAwQFBgcICQoLDA0ODw',
  rp: { id: 'example.com', name: 'Example' },
  user: { id: 'YW5h', name: 'ana', displayName: 'Ana' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  excludeCredentials: [],
}

const bytes = (...values: number[]) => Uint8Array.from(values).buffer
const signed = {
  id: '-_8',
  rawId: bytes(251, 255),
  type: 'public-key',
  authenticatorAttachment: null,
  response: {
    clientDataJSON: bytes(1),
    authenticatorData: bytes(2),
    signature: bytes(3),
    userHandle: null,
  },
}

type Asked = CredentialRequestOptions & CredentialCreationOptions
type Answer = (asked: Asked) => Promise<unknown>

/** Stubs the passkeys of a browser, on a page of `www.example.com`. */
function browser(answer: Answer, navigatorProps: object = {}) {
  const credentials = { get: vi.fn(answer), create: vi.fn(answer) }
  vi.stubGlobal('navigator', { credentials, ...navigatorProps })
  vi.stubGlobal('PublicKeyCredential', {})
  vi.stubGlobal('location', { hostname: 'www.example.com' })
  return { credentials, passkeys: createBrowserPasskeys() }
}

/** Rejects when the signal aborts, like a browser that waits for the user. */
function waiting({ signal }: Asked): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
  })
}

const refusing = (name: string, message = '') =>
  browser(async () => Promise.reject(new DOMException(message, name)))

const code = (expected: string) => expect.objectContaining({ name: 'AuthError', code: expected })
const { signal } = new AbortController()

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('signing', () => {
  test('reads and writes base64url without the JSON functions of the browser', async () => {
    const { passkeys, credentials } = browser(async () => signed)
    expect(await passkeys.get(options, { signal })).toEqual({
      id: '-_8',
      rawId: '-_8',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw' },
    })
    const [{ publicKey, mediation } = {}] = credentials.get.mock.calls[0] ?? []
    expect(mediation).toBeUndefined()
    expect(publicKey).toEqual({
      ...options,
      challenge: Uint8Array.from({ length: 16 }, (_, byte) => byte),
      allowCredentials: [{ type: 'public-key', id: Uint8Array.of(251, 255) }],
    })
  })

  test.each([
    ['NotAllowedError', '', 'passkey-cancelled'],
    ['NotAllowedError', 'Permissions Policy may be used to …', 'passkey-unsupported'],
    ['AbortError', '', 'passkey-cancelled'],
    ['OperationError', 'A request is already pending.', 'passkey-cancelled'],
    ['NotSupportedError', '', 'passkey-unsupported'],
    ['UnknownError', '', 'passkey-unsupported'],
    ['NotReadableError', '', 'passkey-unsupported'],
  ])('%s %j is %s', async (name, message, expected) => {
    const { passkeys } = refusing(name, message)
    await expect(passkeys.get(options, { signal })).rejects.toEqual(code(expected))
  })

  test.each([undefined, null, 'text', new TypeError('x')])(
    'is unsupported if the browser throws %j',
    async (thrown) => {
      const { passkeys } = browser(() => Promise.reject(thrown))
      await expect(passkeys.get(options, { signal })).rejects.toEqual(code('passkey-unsupported'))
    },
  )

  test('is cancelled if the browser has no credential', async () => {
    const { passkeys } = browser(async () => null)
    await expect(passkeys.get(options, { signal })).rejects.toEqual(code('passkey-cancelled'))
  })
})

describe('registering', () => {
  const made = {
    id: 'AQ',
    rawId: bytes(1),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({ credProps: { rk: true } }),
    response: {
      clientDataJSON: bytes(1),
      attestationObject: bytes(2),
      getTransports: () => ['internal'],
      getAuthenticatorData: () => bytes(3),
      getPublicKey: () => bytes(4),
      getPublicKeyAlgorithm: () => -7,
    },
  }

  test('writes all data of the new passkey', async () => {
    const { passkeys, credentials } = browser(async () => made)
    expect(await passkeys.create(creation, { signal })).toEqual({
      id: 'AQ',
      rawId: 'AQ',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: { credProps: { rk: true } },
      response: {
        clientDataJSON: 'AQ',
        attestationObject: 'Ag',
        authenticatorData: 'Aw',
        publicKey: 'BA',
        publicKeyAlgorithm: -7,
        transports: ['internal'],
      },
    })
    const [{ publicKey } = {}] = credentials.create.mock.calls[0] ?? []
    expect(publicKey?.user.id).toEqual(Uint8Array.from([97, 110, 97]))
  })

  test('works with an old browser that lacks the get… methods', async () => {
    const { clientDataJSON, attestationObject } = made.response
    const old = { ...made, response: { clientDataJSON, attestationObject } }
    const { passkeys } = browser(async () => old)
    expect(await passkeys.create(creation, { signal })).toMatchObject({
      response: { clientDataJSON: 'AQ', attestationObject: 'Ag', transports: [] },
    })
  })

  test('fails if the device has such a passkey already', async () => {
    const { passkeys } = refusing('InvalidStateError')
    await expect(passkeys.create(creation, { signal })).rejects.toEqual(code('passkey-exists'))
  })
})

describe('one at a time', () => {
  test('a second ceremony begins after the first has ended', async () => {
    let pending = 0
    const { passkeys } = browser(async (asked) => {
      pending += 1
      if (pending > 1) throw new DOMException('A request is already pending.', 'OperationError')
      await (asked.mediation ? waiting(asked) : undefined)?.finally(() => (pending -= 1))
      return signed
    })
    const first = passkeys.get(options, { signal, conditional: true })
    const refused = first.catch((error: unknown) => error)
    await Promise.resolve()
    expect(await passkeys.get(options, { signal })).toMatchObject({ id: '-_8' })
    expect(await refused).toEqual(code('cancelled'))
  })

  test('of three ceremonies at once, the last one opens', async () => {
    const { passkeys, credentials } = browser(async (asked) =>
      asked.mediation ? waiting(asked) : signed,
    )
    const conditional = { signal, conditional: true }
    const all = [conditional, conditional, { signal }].map((how) => passkeys.get(options, how))
    const [one, two, three] = await Promise.allSettled(all)
    expect([one?.status, two?.status, three?.status]).toEqual(['rejected', 'rejected', 'fulfilled'])
    // The second one was cancelled before it began.
    expect(credentials.get).toHaveBeenCalledTimes(2)
  })

  test('a ceremony that never ends delays the next by one second only', async () => {
    vi.useFakeTimers()
    const { passkeys } = browser(async ({ mediation }) =>
      mediation ? new Promise(() => {}) : signed,
    )
    const first = passkeys.get(options, { signal, conditional: true })
    const refused = first.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(0)
    const second = passkeys.get(options, { signal })
    expect(await refused).toEqual(code('cancelled'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await second).toMatchObject({ id: '-_8' })
    vi.useRealTimers()
  })

  test('a ceremony ends when the sign-in ends', async () => {
    const { passkeys, credentials } = browser(waiting)
    const controller = new AbortController()
    const pending = passkeys.get(options, { signal: controller.signal })
    await vi.waitFor(() => expect(credentials.get).toHaveBeenCalled())
    controller.abort()
    await expect(pending).rejects.toEqual(code('cancelled'))
    await expect(passkeys.get(options, { signal: controller.signal })).rejects.toEqual(
      code('cancelled'),
    )
    expect(credentials.get).toHaveBeenCalledTimes(1)
  })
})

describe('the relying party id', () => {
  test.each(['example.com', 'www.example.com', undefined])('%s matches the page', async (rpId) => {
    const { passkeys } = browser(async () => signed)
    await expect(passkeys.get({ ...options, rpId }, { signal })).resolves.toMatchObject({
      id: '-_8',
    })
  })

  test.each(['evil.example', 'ample.com', 'a.www.example.com'])(
    '%s does not match, and the console says so once',
    async (rpId) => {
      const warn = vi.spyOn(console, 'warn').mockReturnValue()
      const { passkeys, credentials } = browser(async () => signed)
      const mismatch = code('passkey-mismatch')
      await expect(passkeys.get({ ...options, rpId }, { signal })).rejects.toEqual(mismatch)
      const foreign = { ...creation, rp: { id: rpId, name: '' } }
      await expect(passkeys.create(foreign, { signal })).rejects.toEqual(mismatch)
      expect(credentials.get).not.toHaveBeenCalled()
      expect(credentials.create).not.toHaveBeenCalled()
      expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(rpId))
    },
  )

  test('a SecurityError of the browser is a mismatch too', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const { passkeys } = refusing('SecurityError')
    await expect(passkeys.get(options, { signal })).rejects.toEqual(code('passkey-mismatch'))
    expect(warn).toHaveBeenCalledOnce()
  })
})

describe('without a browser', () => {
  test('passkeys are unsupported', async () => {
    const passkeys = createBrowserPasskeys()
    expect(passkeys.mayPrompt()).toBe(false)
    expect(await passkeys.canAutofill?.()).toBe(false)
    const unsupported = code('passkey-unsupported')
    await expect(passkeys.get(options, { signal })).rejects.toEqual(unsupported)
    await expect(passkeys.create(creation, { signal })).rejects.toEqual(unsupported)
  })

  test.each([
    [{ isActive: true }, true],
    [{ isActive: false }, false],
    [undefined, false],
  ])('with the user activation %j, mayPrompt is %j', (userActivation, expected) => {
    const { passkeys } = browser(waiting, { userActivation })
    expect(passkeys.mayPrompt()).toBe(expected)
  })
})
